package org.waymark.pages.audit;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.waymark.ruleset.RuleSetInForce;

/** What anybody may be told: the limits of the rules, and the record of algorithmic transparency. */
@Controller
class PublicPages {

    private final RuleSetInForce inForce;
    private final TransparencySettings settings;
    private final ModelLimits limits = ModelLimits.read();

    PublicPages(RuleSetInForce inForce, TransparencySettings settings) {
        this.inForce = inForce;
        this.settings = settings;
    }

    @GetMapping("/audit/limits")
    String limits(Model model) {
        model.addAttribute("limits", limits);
        return "audit/limits";
    }

    @GetMapping("/audit/transparency")
    String transparency(Model model) {
        model.addAttribute("record", TransparencyRecord.of(inForce));
        model.addAttribute("settings", settings);
        return "audit/transparency";
    }
}
