package org.waymark.screening.rule;

import java.util.List;
import org.waymark.assessment.Catalogue;

/**
 * A rule set that can screen.
 *
 * @param hash {@code sha256:} and the hash of the files it was made of: the same hash is the same rule set
 * @param rules all lines, in the order of their ids
 */
public record RuleSet(
        Manifest manifest,
        String hash,
        Catalogue catalogue,
        WorkingDays workingDays,
        List<Rule> rules,
        RuleEngine engine) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    public String name() {
        return manifest.name();
    }
}
