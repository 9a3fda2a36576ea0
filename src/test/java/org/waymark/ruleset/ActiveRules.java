package org.waymark.ruleset;

import java.nio.file.Path;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;

/** The rule set of this repository, compiled once for all tests. */
public final class ActiveRules {

    /** Where the repository's rules stand, as the build runs. */
    public static final Path FOLDER = Path.of("rules");

    private static final RuleSet RULES = read();
    private static final Screener SCREENER = new Screener(RULES);

    private ActiveRules() {}

    private static RuleSet read() {
        try {
            return RuleSetReader.read(RuleFiles.in(FOLDER));
        } catch (RuleSetRejected rejected) {
            throw new AssertionError(rejected.getMessage(), rejected);
        }
    }

    public static RuleSet ruleSet() {
        return RULES;
    }

    public static Screener screener() {
        return SCREENER;
    }
}
