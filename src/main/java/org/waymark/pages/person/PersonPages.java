package org.waymark.pages.person;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.waymark.access.BreakGlass;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Records;
import org.waymark.casework.Visitor;
import org.waymark.pages.AreaChoices;
import org.waymark.pages.PageJson;

/** Finds a young person by their reference, and shows what is known: contacts, decisions and what people did. */
@Controller
class PersonPages {

    private final Records records;
    private final AreaChoices areas;

    PersonPages(Records records, AreaChoices areas) {
        this.records = records;
        this.areas = areas;
    }

    /** A form; with both fields filled in, the page of that young person. */
    @GetMapping("/young-people")
    String find(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String reference,
            Principal user,
            Model model) {
        Caller caller = Caller.of(user);
        boolean asked = area != null || reference != null;
        String where = area == null ? "" : area.strip();
        String whom = reference == null ? "" : reference.strip();
        if (!where.isEmpty() && !whom.isEmpty()) {
            return "redirect:" + address(where, whom);
        }
        model.addAttribute("elsewhere", BreakGlass.isFor(caller));
        model.addAttribute("areas", areas.of(caller));
        model.addAttribute("area", where);
        model.addAttribute("reference", whom);
        model.addAttribute("noArea", asked && where.isEmpty());
        model.addAttribute("noReference", asked && whom.isEmpty());
        return "person/find";
    }

    private static String address(String area, String reference) {
        return "/areas/" + UriUtils.encodePathSegment(area, StandardCharsets.UTF_8) + "/young-people/"
                + UriUtils.encode(reference, StandardCharsets.UTF_8);
    }

    @GetMapping("/areas/{area}/young-people/{reference}")
    String show(
            @PathVariable String area,
            @PathVariable String reference,
            Principal user,
            HttpServletRequest request,
            Model model) {
        fill(new PersonKey(area, reference), Caller.of(user), BreakGlass.reason(request), model);
        return "person/person";
    }

    /** For another area, with the reason that was given; their own they see without one. */
    @PostMapping("/areas/{area}/young-people/{reference}/behind-glass")
    String behindGlass(
            @PathVariable String area,
            @PathVariable String reference,
            Principal user,
            HttpServletRequest request,
            Model model) {
        String glass = BreakGlass.reason(request);
        if (glass == null) {
            return "redirect:" + address(area, reference);
        }
        fill(new PersonKey(area, reference), Caller.of(user), glass, model);
        return "person/person";
    }

    private void fill(PersonKey person, Caller caller, @Nullable String glass, Model model) {
        String trail = records.trail(person, new Visitor(caller.actor(), caller.areas(), glass, glass != null));
        TrailView view = PageJson.read(trail, TrailView.class);
        model.addAttribute("area", person.area());
        model.addAttribute("reference", person.reference());
        model.addAttribute("trail", view);
        model.addAttribute("glass", glass);
        model.addAttribute("mayScreen", glass == null && caller.isAnyOf(List.of(Role.SCREENER, Role.MANAGER)));
    }
}
