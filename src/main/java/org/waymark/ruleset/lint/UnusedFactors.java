package org.waymark.ruleset.lint;

import java.util.List;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.diff.FactorLines;
import org.waymark.screening.ReadFactors;
import org.waymark.screening.rule.RuleSet;

/** Factors that a screener may be asked about and that change no result: no rule reads them, nor a guard in Java. */
final class UnusedFactors {

    private UnusedFactors() {}

    static List<Finding> findings(RuleSet rules, FactorLines lines) {
        ReadFactors read = new ReadFactors(rules);
        return rules.catalogue().factors().stream()
                .filter(factor -> !read.mentions(factor.id()))
                .map(factor -> finding(factor, lines))
                .toList();
    }

    private static Finding finding(Factor factor, FactorLines lines) {
        return Finding.of(
                FindingKind.FACTOR_NEVER_USED,
                Severity.NOTE,
                List.of(factor.id()),
                lines.of(factor.id()),
                "no rule reads `" + factor.id() + "` (" + factor.label()
                        + "), by name or in a group, and no guard does",
                "write the rule that was meant to, or leave it for the record: a factor's row is never taken out");
    }
}
