package org.waymark.policy;

import java.util.Optional;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.rule.RuleSet;

/** A first screening by a version that was just made ready: some faults only show there. */
@FunctionalInterface
interface Smoke {

    /** What is wrong, in words; nothing where it screens as its own tests say. */
    Optional<String> fault(RuleSet ruleSet, RuleFiles files);
}
