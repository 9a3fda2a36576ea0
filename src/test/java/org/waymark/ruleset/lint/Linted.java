package org.waymark.ruleset.lint;

import java.util.List;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.SmallRules;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** Small rule sets as the linter sees them. */
final class Linted {

    static final String DEBT = "Yes( factor == \"debt-bondage\" )";
    static final String MONEY = "Yes( factor == \"unexplained-money\" )";
    static final String MISSING = "Happened( factor == \"going-missing\", withinDays == 30, times >= 3 )";
    static final String MISSING_EVER = "Happened( factor == \"going-missing\" )";
    static final String SOON = ".to(SAFEGUARDING, SAME_DAY)";
    static final String LATER = ".to(SAFEGUARDING, FIVE_WORKING_DAYS)";

    private Linted() {}

    static List<Finding> lint(SmallRules rules) {
        return lint(rules, null);
    }

    static List<Finding> lint(SmallRules rules, SmallRules against) {
        CheckedRules checked = CheckedRulesOfThisRepository.read(rules.files());
        CheckedRules compared = against == null ? null : CheckedRulesOfThisRepository.read(against.files());
        try {
            var scenarios =
                    ScenarioReader.read(RuleFiles.SCENARIOS, rules.files().tests(), checked.asked());
            return Lint.of(checked, rules.files(), scenarios, compared).findings();
        } catch (RuleSetRejected | ScenariosRejected rejected) {
            throw new AssertionError(rejected);
        }
    }

    static List<Finding> found(FindingKind kind, String... rules) {
        return of(kind, lint(SmallRules.of(rules)));
    }

    static List<Finding> of(FindingKind kind, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
