package org.waymark.pages.worklist;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.assessment.Coded;
import org.waymark.casework.worklist.WorkList;
import org.waymark.casework.worklist.WorkListQuery;
import org.waymark.casework.worklist.WorkPage;
import org.waymark.pages.AreaChoices;

/** What waits for somebody, the most urgent first: where the day of a screener begins. */
@Controller
class WorkListPage {

    static final String PATH = "/work-list";

    private static final String TAB = "tab";
    private static final List<String> FIELDS = List.of(TAB, Asked.AREA, Asked.REFERENCE, Asked.AFTER);

    private final WorkList workList;
    private final AreaChoices areas;
    private final MessageSource words;

    WorkListPage(WorkList workList, AreaChoices areas, MessageSource messageSource) {
        this.workList = workList;
        this.areas = areas;
        this.words = messageSource;
    }

    /**
     * The way to a list.
     *
     * @param here whether it is the one that is shown
     */
    record Way(String code, String address, boolean here) {}

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> query, Principal user, Model model) {
        Caller caller = Caller.of(user);
        Asked asked = new Asked(PATH, FIELDS, query, words);
        Optional<Tab> chosen = tab(asked);
        String area = asked.area(caller.areas());
        String reference = asked.text(Asked.REFERENCE);
        String after = asked.place(WorkListQuery::isPlace);
        if (asked.faults().isEmpty()) {
            Tab tab = chosen.orElseThrow();
            WorkPage page = workList.page(
                    caller, new WorkListQuery(area, tab.status(), tab.overdue(), reference, after, WorkListQuery.MOST));
            model.addAttribute(
                    "lines", page.lines().stream().map(WaitingLine::new).toList());
            model.addAttribute("next", page.after() == null ? "" : asked.address(Asked.AFTER, page.after()));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("tab", chosen.map(Coded::code).orElse(""));
        model.addAttribute("ways", ways(asked, chosen));
        model.addAttribute("areas", areas.of(caller));
        model.addAttribute("filtered", asked.hasAny(List.of(Asked.AREA, Asked.REFERENCE)));
        model.addAttribute("whole", chosen.isEmpty() ? PATH : asked.only(TAB));
        model.addAttribute("first", after == null ? "" : asked.address(Asked.AFTER, ""));
        return "worklist/work-list";
    }

    private static Optional<Tab> tab(Asked asked) {
        String code = asked.one(TAB);
        Optional<Tab> tab = code.isEmpty() ? Optional.of(Tab.ALL) : Coded.of(Tab.class, code);
        if (tab.isEmpty()) {
            asked.fault("tabs", "worklist.fault.tab");
        }
        return tab;
    }

    private static List<Way> ways(Asked asked, Optional<Tab> chosen) {
        return Stream.of(Tab.values())
                .map(tab -> new Way(tab.code(), asked.address(TAB, tab.inAddress()), chosen.equals(Optional.of(tab))))
                .toList();
    }
}
