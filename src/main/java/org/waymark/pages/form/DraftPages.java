package org.waymark.pages.form;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.waymark.access.Caller;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Coded;
import org.waymark.assessment.OffenceStatus;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.draft.DraftTooLarge;
import org.waymark.casework.draft.StaleDraft;
import org.waymark.casework.draft.TooManyDrafts;

/** The form of an assessment, section by section; what is typed is kept as a draft. */
@Controller
@RequestMapping("/drafts")
class DraftPages {

    private static final String REVISION = "revision";

    /** Sent by the script that saves while somebody types. */
    private static final String BY_ITSELF = "byItself";

    private final Drafts drafts;

    DraftPages(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    String list(Principal user, Model model) {
        model.addAttribute("drafts", drafts.of(Caller.of(user)));
        return "form/drafts";
    }

    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(required = false) @Nullable List<String> ask,
            Principal user,
            Model model,
            HttpServletResponse response) {
        PersonKey about = new PersonKey(area.strip(), reference.strip());
        if (about.area().isEmpty() || about.reference().isEmpty()) {
            return backToFind(about);
        }
        try {
            return "redirect:/drafts/" + drafts.begin(Caller.of(user), about, ask == null ? List.of() : ask);
        } catch (TooManyDrafts full) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("full", true);
            return list(user, model);
        }
    }

    /** The page that asks whom it is about says what of it is missing. */
    private static String backToFind(PersonKey about) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/young-people")
                        .queryParam("area", "{area}")
                        .queryParam("reference", "{reference}")
                        .encode()
                        .build(about.area(), about.reference());
    }

    @GetMapping("/{draft}")
    String overview(@PathVariable String draft, Principal user, Model model) {
        show(drafts.open(draft, Caller.of(user)), model);
        return "form/overview";
    }

    @GetMapping("/{draft}/sections/{section}")
    String section(@PathVariable String draft, @PathVariable String section, Principal user, Model model) {
        Drafts.Open open = drafts.open(draft, Caller.of(user));
        return section(open, open.section(section), open.typed(), model);
    }

    private static String section(Drafts.Open open, Section section, Typed typed, Model model) {
        show(open, model);
        model.addAttribute("section", section);
        model.addAttribute("typed", typed);
        model.addAttribute("answers", Coded.codes(Answer.values()));
        model.addAttribute("agencies", Coded.codes(Agency.values()));
        model.addAttribute("bases", Coded.codes(Basis.values()));
        model.addAttribute("statuses", Coded.codes(OffenceStatus.values()));
        return "form/section";
    }

    @PostMapping("/{draft}/sections/{section}")
    Object save(
            @PathVariable String draft,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            Model model,
            HttpServletResponse response) {
        Drafts.Open open = drafts.open(draft, Caller.of(user));
        Section asked = open.section(section);
        Typed typed = open.typed()
                .with(Fields.in(asked).collect(Collectors.toMap(Function.identity(), field -> first(form, field))));
        boolean byItself = form.containsKey(BY_ITSELF);
        try {
            Drafts.Open saved = drafts.save(open.asSeen(revision(form)), typed);
            if (byItself) {
                return ResponseEntity.ok(String.valueOf(saved.draft().revision()));
            }
            return "redirect:/drafts/" + draft + next(saved, asked, form);
        } catch (StaleDraft stale) {
            if (byItself) {
                return ResponseEntity.status(HttpStatus.CONFLICT).body("");
            }
            // Nothing typed is lost: it stands there to be saved over what is kept, or not.
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", true);
            return section(drafts.open(draft, Caller.of(user)), asked, typed, model);
        } catch (DraftTooLarge tooLarge) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            if (byItself) {
                return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("");
            }
            model.addAttribute("tooLarge", true);
            return section(open, asked, typed, model);
        }
    }

    /** What is no number is no state of a draft. */
    private static long revision(MultiValueMap<String, String> form) {
        String said = first(form, REVISION);
        return said.matches("\\d{1,15}") ? Long.parseLong(said) : 0;
    }

    private static String next(Drafts.Open saved, Section asked, MultiValueMap<String, String> form) {
        if (form.containsKey("later")) {
            return "";
        }
        return saved.after(asked).map(next -> "/sections/" + next.name()).orElse("/check");
    }

    @PostMapping("/{draft}/discarding")
    String discard(@PathVariable String draft, Principal user) {
        drafts.discard(drafts.open(draft, Caller.of(user)));
        return "redirect:/drafts";
    }

    static void show(Drafts.Open open, Model model) {
        model.addAttribute("draft", open.draft());
        model.addAttribute("typed", open.typed());
        model.addAttribute("sections", open.sections());
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        String said = form.getFirst(field);
        return said == null ? "" : said;
    }
}
