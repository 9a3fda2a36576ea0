package org.waymark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.screening.rule.RuleSet;

/** Reads the rule set that a command names. */
final class Rules {

    private Rules() {}

    static RuleSet in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsersFault("there is no folder `" + folder
                    + "` with a rule set; name one with --rules DIR or WAYMARK_RULES_DIR");
        }
        try {
            return RuleSetReader.read(RuleFiles.in(folder));
        } catch (RuleSetRejected rejected) {
            throw new UsersFault(rejected.describe());
        }
    }
}
