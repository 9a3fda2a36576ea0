package org.waymark.pages.worklist;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.assessment.Coded;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.worklist.DecisionPage;
import org.waymark.casework.worklist.DecisionQuery;
import org.waymark.casework.worklist.DecisionSearch;
import org.waymark.pages.AreaChoices;
import org.waymark.screening.pathway.Pathway;

/**
 * Finds decisions. Nothing is looked for before somebody asks, as it is recorded that they looked.
 */
@Controller
class DecisionsPage {

    static final String PATH = "/decisions";

    private static final String PATHWAY = "pathway";
    private static final String RULES = "rules";
    private static final String OVERRIDDEN = "overridden";
    private static final String ACCOUNT = "account";
    private static final String FROM = "from";
    private static final String TO = "to";

    /** That the form was sent, with whatever in it. */
    private static final String SENT = "find";

    private static final List<String> FIELDS = List.of(
            SENT,
            Asked.AREA,
            Asked.REFERENCE,
            "from-day",
            "from-month",
            "from-year",
            "to-day",
            "to-month",
            "to-year",
            PATHWAY,
            RULES,
            OVERRIDDEN,
            ACCOUNT,
            Asked.AFTER);
    private static final String HASH = "sha256:";
    private static final List<String> EITHER = List.of("true", "false");

    /** Every pathway that can lead, and none. */
    private static final List<String> PATHWAYS = Stream.concat(
                    Coded.codes(Pathway.values()).stream(), Stream.of("universal"))
            .toList();

    private final DecisionSearch search;
    private final AreaChoices areas;
    private final MessageSource words;

    DecisionsPage(DecisionSearch search, AreaChoices areas, MessageSource messageSource) {
        this.search = search;
        this.areas = areas;
        this.words = messageSource;
    }

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> query, Principal user, Model model) {
        Caller caller = Caller.of(user);
        Asked asked = new Asked(PATH, FIELDS, query, words);
        DecisionQuery wanted = query(asked, caller);
        if (asked.hasAny(FIELDS) && asked.faults().isEmpty()) {
            DecisionPage page = search.page(caller, wanted);
            model.addAttribute("lines", page.lines());
            model.addAttribute("next", page.after() == null ? "" : asked.address(Asked.AFTER, page.after()));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("areas", areas.of(caller));
        model.addAttribute("pathways", PATHWAYS);
        model.addAttribute("first", asked.one(Asked.AFTER).isEmpty() ? "" : asked.address(Asked.AFTER, ""));
        return "worklist/decisions";
    }

    private static DecisionQuery query(Asked asked, Caller caller) {
        // In the order of the form, as the faults are told in it.
        String area = asked.area(caller.areas());
        String reference = asked.text(Asked.REFERENCE);
        Optional<LocalDate> from = asked.day(FROM);
        Optional<LocalDate> to = asked.day(TO);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            asked.fault("to-day", "decisions.fault.order");
        }
        String pathway = asked.oneOf(PATHWAY, PATHWAYS, "decisions.fault.pathway");
        String overridden = asked.oneOf(OVERRIDDEN, EITHER, "decisions.fault.overridden");
        String rules = asked.text(RULES);
        boolean hash = rules != null && rules.startsWith(HASH);
        return new DecisionQuery(
                area,
                reference,
                begin(from, 0),
                begin(to, 1),
                pathway,
                hash ? null : rules,
                hash ? rules : null,
                overridden == null ? null : Boolean.valueOf(overridden),
                asked.text(ACCOUNT),
                asked.place(DecisionQuery::isPlace),
                DecisionQuery.MOST);
    }

    /** The beginning of a day, or of one so many later. */
    private static @Nullable Instant begin(Optional<LocalDate> day, int later) {
        return day.map(one -> one.plusDays(later).atStartOfDay(LondonDays.ZONE).toInstant())
                .orElse(null);
    }
}
