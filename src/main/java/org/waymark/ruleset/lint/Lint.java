package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.diff.FactorLines;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.screening.rule.Rule;

/**
 * Finds what is worth another look in a rule set. It asks the rule tree and nothing else: each finding is a proof, and
 * its page says of what. What it does not find may still be wrong.
 */
public final class Lint {

    private Lint() {}

    /**
     * Looks at a rule set.
     *
     * @param files the rule set was read from
     * @param scenarios its own; absent where they cannot be read, which is told elsewhere
     * @param against the rule set that it would come after; absent where there is nothing to compare with
     * @throws RuleSetRejected with every fault of the file of accepted findings, where there is one
     */
    public static LintReport of(
            CheckedRules rules, RuleFiles files, @Nullable Scenarios scenarios, @Nullable CheckedRules against)
            throws RuleSetRejected {
        Acceptances acceptances = Acceptances.of(files);
        return new LintReport(acceptances.applied(found(rules, files, scenarios, against)));
    }

    private static List<Finding> found(
            CheckedRules rules, RuleFiles files, @Nullable Scenarios scenarios, @Nullable CheckedRules against) {
        FactorLines lines = new FactorLines(files);
        Implication implication = new Implication(rules.catalogue(), rules.manifest());
        List<Finding> findings = new ArrayList<>(
                new Contradictions(rules.catalogue(), rules.manifest(), implication).findings(rules.rules()));
        List<Rule> possible = without(findings, rules.rules());
        findings.addAll(new Pairs(possible, implication, rules.manifest()).findings());
        findings.addAll(new NumberGaps(possible, implication).findings());
        findings.addAll(UnusedFactors.findings(rules.asked(), lines));
        findings.addAll(Sources.findings(rules.rules()));
        findings.addAll(new ProxyUse(rules.rules(), rules.catalogue(), rules.manifest(), implication).findings(lines));
        if (scenarios != null) {
            findings.addAll(Untested.findings(rules.rules(), scenarios));
        }
        if (against != null) {
            findings.addAll(new Lowered(against, rules, implication).findings());
        }
        return findings;
    }

    /** A line that never fires is no duplicate of another, and idle in a worse way. */
    private static List<Rule> without(List<Finding> findings, List<Rule> rules) {
        Set<String> told = new HashSet<>();
        findings.forEach(finding -> told.addAll(finding.about()));
        return rules.stream().filter(rule -> !told.contains(rule.id())).toList();
    }

    /** What there is to read about the faults of rules that cannot be read: the linter goes no further with these. */
    public static List<Finding> of(RuleSetRejected rejected) {
        return rejected.faults().stream()
                .filter(fault -> fault.page().equals(RuleFault.FACTOR_UNKNOWN))
                .map(fault -> Finding.of(
                        FindingKind.FACTOR_UNKNOWN,
                        Severity.FAULT,
                        List.of(),
                        fault.place(),
                        fault.message(),
                        fault.fix()))
                .toList();
    }
}
