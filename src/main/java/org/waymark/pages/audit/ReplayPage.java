package org.waymark.pages.audit;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.casework.CannotReplay;
import org.waymark.casework.Records;
import org.waymark.casework.Visitor;
import org.waymark.pages.NoSuchThing;
import org.waymark.pages.PageJson;
import org.waymark.trail.SealedTrail;

/** Makes one decision again at the press of a button, and says whether it comes out the same. */
@Controller
class ReplayPage {

    private final Records records;
    private final SealedTrail trail;

    ReplayPage(Records records, SealedTrail trail) {
        this.records = records;
        this.trail = trail;
    }

    /** @param again whether to do it; that somebody saw what came out is recorded first */
    @GetMapping("/decisions/{decisionId}/replay")
    String show(
            @PathVariable String decisionId,
            @RequestParam(required = false) @Nullable String again,
            Principal user,
            Model model) {
        if (trail.ofDecision(decisionId).isEmpty()) {
            throw new NoSuchThing();
        }
        model.addAttribute("decisionId", decisionId);
        if (again != null) {
            replay(decisionId, Caller.of(user), model);
        }
        return "audit/replay";
    }

    private void replay(String decisionId, Caller caller, Model model) {
        try {
            Visitor visitor = new Visitor(caller.actor(), caller.areas(), null, false);
            String json = records.replay(decisionId, visitor).orElseThrow(NoSuchThing::new);
            model.addAttribute("replay", PageJson.read(json, ReplayView.class));
        } catch (CannotReplay impossible) {
            model.addAttribute("impossible", String.valueOf(impossible.getMessage()));
        }
    }
}
