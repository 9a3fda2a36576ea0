package org.waymark.pages.audit;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.casework.nightly.NightlyReplay;
import org.waymark.pages.AreaChoices;
import org.waymark.pages.PageJson;
import org.waymark.trail.proof.Verifications;
import org.waymark.trail.sealing.SealedLog;
import org.waymark.trail.sealing.Sealing;

/** Where an auditor begins: finds a decision or a young person, and sees how the log stands. */
@Controller
class AuditPage {

    private final SealedLog log;
    private final Sealing sealing;
    private final Verifications verifications;
    private final NightlyReplay nightly;
    private final AreaChoices areas;

    AuditPage(SealedLog log, Sealing sealing, Verifications verifications, NightlyReplay nightly, AreaChoices areas) {
        this.log = log;
        this.sealing = sealing;
        this.verifications = verifications;
        this.nightly = nightly;
        this.areas = areas;
    }

    /** @param decision the number of a decision that is looked for; with one, its page */
    @GetMapping("/audit")
    String show(@RequestParam(required = false) @Nullable String decision, Principal user, Model model) {
        String wanted = decision == null ? "" : decision.strip();
        if (!wanted.isEmpty()) {
            return "redirect:/decisions/" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
        }
        Caller caller = Caller.of(user);
        model.addAttribute("noDecision", decision != null);
        model.addAttribute("areas", areas.of(caller));
        model.addAttribute("log", LogState.of(log, sealing));
        model.addAttribute("everywhere", caller.areas().all());
        model.addAttribute("auditor", caller.isAnyOf(List.of(Role.AUDITOR)));
        model.addAttribute("off", nightly.off());
        if (caller.areas().all()) {
            model.addAttribute(
                    "verification",
                    verifications
                            .latest()
                            .map(json -> PageJson.read(json, Checks.WholeLog.class))
                            .orElse(null));
            model.addAttribute(
                    "nightly",
                    nightly.latest()
                            .map(json -> PageJson.read(json, Checks.Nightly.class))
                            .orElse(null));
        }
        return "audit/audit";
    }

    @PostMapping("/audit/verifications")
    String verify(Principal user) {
        verifications.start(user.getName());
        return "redirect:/audit#verification";
    }
}
