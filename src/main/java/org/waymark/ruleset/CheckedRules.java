package org.waymark.ruleset;

import java.util.List;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Rule;
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
}
