package org.waymark.pages.form;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.waymark.access.Caller;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.Screened;
import org.waymark.casework.Screening;
import org.waymark.casework.draft.StaleDraft;
import org.waymark.pages.Factors;

/** Check your answers, and screen. */
@Controller
@RequestMapping("/drafts/{draft}")
class SubmissionPages {

    /** The field of a draft that says when it was sent first, so that sending it again is the same assessment. */
    static final String SENT = "-sentAt";

    private final Drafts drafts;
    private final Screening screening;
    private final Factors factors;
    private final Clock clock;

    SubmissionPages(Drafts drafts, Screening screening, Factors factors, Clock clock) {
        this.drafts = drafts;
        this.screening = screening;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * What is wrong with an answer.
     *
     * @param section where it can be put right
     * @param field its name there
     * @param label what is asked there; empty where that is no factor
     */
    public record Wrong(String section, String field, String label, String message) {}

    @GetMapping("/check")
    String check(@PathVariable String draft, Principal user, Model model) {
        DraftPages.show(drafts.open(draft, Caller.of(user)), model);
        return "form/check";
    }

    @PostMapping("/submission")
    String submit(@PathVariable String draft, Principal user, Model model, HttpServletResponse response) {
        Caller caller = Caller.of(user);
        Drafts.Open open = drafts.open(draft, caller);
        try {
            Drafts.Open sent = sent(open);
            AssessmentDocument document = document(sent);
            try {
                Screened screened =
                        screening.screen(Json.write(document.document()).getBytes(StandardCharsets.UTF_8), caller);
                // Recorded first; a draft that stays behind is answered with the same decision.
                drafts.discard(sent);
                return "redirect:/decisions/"
                        + Json.read(screened.decision()).path("decisionId").asString();
            } catch (InvalidAssessment invalid) {
                model.addAttribute("wrong", wrong(sent, document, invalid.faults()));
                drafts.save(sent, sent.typed().with(Map.of(SENT, "")));
            }
        } catch (ConflictingAssessment recorded) {
            model.addAttribute("recorded", true);
        } catch (StaleDraft changed) {
            model.addAttribute("stale", true);
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return check(draft, user, model);
    }

    private Drafts.Open sent(Drafts.Open open) throws StaleDraft {
        if (open.typed().has(SENT)) {
            return open;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return drafts.save(open, open.typed().with(Map.of(SENT, now.toString())));
    }

    private static AssessmentDocument document(Drafts.Open sent) {
        return new AssessmentDocument(
                sent.draft().id(),
                sent.draft().about(),
                Instant.parse(sent.typed().get(SENT)),
                sent.typed(),
                sent.catalogue());
    }

    private List<Wrong> wrong(Drafts.Open open, AssessmentDocument document, List<Fault> faults) {
        List<Wrong> wrong = new ArrayList<>();
        for (Fault fault : faults) {
            String field = document.field(fault.pointer());
            String section = open.sections().stream()
                    .filter(one -> Fields.in(one).anyMatch(field::equals))
                    .findFirst()
                    .map(Section::name)
                    .orElse(Section.ABOUT);
            int dot = field.indexOf('.');
            wrong.add(
                    new Wrong(section, field, dot < 0 ? "" : factors.label(field.substring(0, dot)), fault.message()));
        }
        return wrong;
    }
}
