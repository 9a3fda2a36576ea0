package org.waymark.ruleset;

import java.nio.file.Path;

/** The rule set of this repository as people read it, checked once for all tests and not compiled. */
public final class CheckedRulesOfThisRepository {

    /** Where the repository's rules stand, as the build runs. */
    public static final Path FOLDER = Path.of("rules");

    private static final CheckedRules RULES = read(RuleFiles.in(FOLDER));

    private CheckedRulesOfThisRepository() {}

    public static CheckedRules rules() {
        return RULES;
    }

    /** The rules of these files, with which nothing may be wrong. */
    public static CheckedRules read(RuleFiles files) {
        try {
            return RuleSetReader.check(files);
        } catch (RuleSetRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }
}
