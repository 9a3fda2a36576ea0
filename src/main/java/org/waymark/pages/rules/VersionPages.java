package org.waymark.pages.rules;

import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.waymark.access.Caller;
import org.waymark.policy.Ledger;
import org.waymark.policy.Policy;

/** The versions of the rules: which are in force, which wait for whom; and each with all that happened to it. */
@Controller
@RequestMapping("/rules")
class VersionPages {

    private final Policy policy;
    private final VersionPage page;

    VersionPages(Policy policy, VersionPage page) {
        this.policy = policy;
        this.page = page;
    }

    /** What is in force in one area. */
    record InForceView(String area, VersionView version, Instant since) {}

    @GetMapping
    String all(Model model) {
        Ledger ledger = policy.ledger();
        Instant now = policy.now();
        List<VersionView> versions = new ArrayList<>();
        ledger.versions().forEach(one -> versions.add(0, VersionView.of(one, ledger, now)));
        List<InForceView> inForce = new ArrayList<>();
        versions.forEach(one -> one.since().forEach((area, since) -> inForce.add(new InForceView(area, one, since))));
        model.addAttribute("inForce", inForce);
        model.addAttribute(
                "waiting", versions.stream().filter(VersionView::isSubmitted).toList());
        model.addAttribute(
                "ready",
                versions.stream().filter(one -> one.state().equals("approved")).toList());
        model.addAttribute(
                "drafts", versions.stream().filter(VersionView::isDraft).toList());
        model.addAttribute(
                "past",
                versions.stream()
                        .filter(one -> one.isRetired() || one.state().equals("rejected"))
                        .toList());
        return "rules/versions";
    }

    @GetMapping("/{hash}")
    String one(
            @PathVariable String hash, Principal user, jakarta.servlet.http.HttpServletResponse response, Model model) {
        return page.show(hash, Caller.of(user), Typed.NOTHING, List.of(), response, model);
    }
}
