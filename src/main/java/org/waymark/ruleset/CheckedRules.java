package org.waymark.ruleset;

import java.util.List;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.TreeEngine;
import org.waymark.screening.rule.WorkingDays;

/**
 * What the files of a rule set say, with nothing wrong in it. It can be read, compared and explained, but has no engine
 * and cannot screen.
 *
 * @param hash {@code sha256:} and the hash of the files it was read from
 * @param rules all lines, in the order of their ids
 */
public record CheckedRules(
        Manifest manifest, Notes notes, String hash, Catalogue catalogue, WorkingDays workingDays, List<Rule> rules) {

    public CheckedRules {
        rules = List.copyOf(rules);
    }

    /** The rules as a rule set that is asked as it stands, without an engine that was compiled: for checks, not for children. */
    public RuleSet asked() {
        return new RuleSet(manifest, hash, catalogue, workingDays, rules, new TreeEngine(rules));
    }
}
