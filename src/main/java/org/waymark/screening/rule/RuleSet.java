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

    /** The same rules, asked by another engine. */
    public RuleSet with(RuleEngine other) {
        return new RuleSet(manifest, hash, catalogue, workingDays, rules, other);
    }

    /** Other rules over the same catalogue, asked as they stand: how a change is tried before anything is compiled. */
    public RuleSet with(List<Rule> others) {
        return new RuleSet(manifest, hash, catalogue, workingDays, others, new TreeEngine(others));
    }
}
