package org.waymark.pages.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.pages.NoSuchThing;
import org.waymark.policy.Ledger;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.diff.Entry;
import org.waymark.ruleset.diff.RuleSetDiff;

/** What was put in force when, for which areas, by whom and why; and what that changed. */
@Controller
class ActivationsPage {

    private final Policy policy;

    ActivationsPage(Policy policy) {
        this.policy = policy;
    }

    @GetMapping("/audit/activations")
    String list(Model model) {
        model.addAttribute("activations", ActivationView.all(policy.ledger(), policy.now()));
        return "audit/activations";
    }

    /** @param sequence its place in the log of rule sets */
    @GetMapping("/audit/activations/{sequence}")
    String one(@PathVariable String sequence, Model model) {
        Ledger ledger = policy.ledger();
        ActivationView activation = ActivationView.all(ledger, policy.now()).stream()
                .filter(one -> String.valueOf(one.sequence()).equals(sequence))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        List<Changed> changes = new ArrayList<>();
        activation.before().forEach(before -> changes.add(changed(before, activation)));
        model.addAttribute("activation", activation);
        model.addAttribute("changes", changes);
        return "audit/activation";
    }

    /**
     * What became other.
     *
     * @param before the version that was in force
     * @param entries what differs; nothing where that cannot be said
     * @param unreadable why it cannot be said; empty where it can
     */
    record Changed(ActivationView.Before before, List<Entry> entries, String unreadable) {

        Changed {
            entries = List.copyOf(entries);
        }
    }

    private Changed changed(ActivationView.Before before, ActivationView activation) {
        try {
            RuleSetDiff diff = RuleSetDiff.of(rules(before.hash()), rules(activation.hash()));
            return new Changed(before, diff.all(), "");
        } catch (PolicyRefusal refusal) {
            return new Changed(before, List.of(), String.valueOf(refusal.getMessage()));
        } catch (RuleSetRejected rejected) {
            return new Changed(before, List.of(), rejected.describe());
        }
    }

    private CheckedRules rules(String hash) throws PolicyRefusal, RuleSetRejected {
        return RuleSetReader.check(policy.files(hash));
    }
}
