package org.waymark.pages.audit;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.casework.RecordedAreas;
import org.waymark.pages.NoSuchThing;
import org.waymark.trail.SealedTrail;
import org.waymark.trail.proof.DecisionProofs;
import org.waymark.trail.sealing.LogTrouble;

/**
 * Verifies one decision at the press of a button, and says what that means. What the decision says is not shown, so no
 * reading is recorded.
 */
@Controller
class ProofPage {

    private final DecisionProofs proofs;
    private final SealedTrail trail;
    private final RecordedAreas areas;

    ProofPage(DecisionProofs proofs, SealedTrail trail, RecordedAreas areas) {
        this.proofs = proofs;
        this.trail = trail;
        this.areas = areas;
    }

    /** @param verify whether to do it; asked for as a form is, so that it works without a script and can be repeated */
    @GetMapping("/decisions/{decisionId}/proof")
    String show(
            @PathVariable String decisionId,
            @RequestParam(required = false) @Nullable String verify,
            Principal user,
            Model model) {
        String entry = trail.ofDecision(decisionId).orElseThrow(NoSuchThing::new);
        model.addAttribute("decisionId", decisionId);
        model.addAttribute("entry", entry);
        if (verify != null) {
            ProofView view = verified(decisionId);
            model.addAttribute("proof", view);
            model.addAttribute("take", mayTake(decisionId, Caller.of(user), view));
        }
        return "audit/proof";
    }

    private ProofView verified(String decisionId) {
        try {
            return ProofView.of(proofs.prove(decisionId).orElseThrow(NoSuchThing::new));
        } catch (LogTrouble trouble) {
            return ProofView.troubled(String.valueOf(trouble.getMessage()));
        }
    }

    /** Its file holds whole what was joined from elsewhere: it is for who may have all of that. */
    private boolean mayTake(String decisionId, Caller caller, ProofView view) {
        return view.isProven()
                && caller.isAnyOf(List.of(Role.MANAGER, Role.AUDITOR))
                && (caller.areas().all() || caller.areas().haveAll(areas.behind(decisionId)));
    }
}
