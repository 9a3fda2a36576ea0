package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.ruleset.SmallRules;

/** Two folders compared from the command line. */
class DiffCommandTest {

    private static final SmallRules RULES = SmallRules.of(SmallRules.GOOD);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineFace.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    private String written(String name, SmallRules rules) throws IOException {
        Path to = Files.createDirectory(folder.resolve(name));
        for (Map.Entry<String, byte[]> file : rules.files().all().entrySet()) {
            Files.write(to.resolve(file.getKey()), file.getValue());
        }
        return to.toString();
    }

    @Test
    void aFigureThatChangedIsToldAndTheExitIsZero() throws IOException {
        String old = written("old", RULES);
        String now = written("new", SmallRules.of(SmallRules.GOOD.replace("withinDays == 30", "withinDays == 20")));

        int exit = run("rules", "diff", old, now);

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "Rules: 1 changed",
                        "- SG-12, Missing three times in 30 days: changed",
                        "    SG-12: missing episodes: within days 30 became 20 (met in fewer cases)");
    }

    @Test
    void theSameRulesAreToldToBeTheSame() throws IOException {
        String old = written("old", RULES);

        assertThat(run("rules", "diff", old, old)).isZero();
        assertThat(out.toString()).contains("They are the same files.");
    }

    @Test
    void aRuleSetThatMayNotComeAfterTheOtherGivesOne() throws IOException {
        String old = written("old", RULES);
        String factors = new String(RULES.files().all().get("factors.csv"), StandardCharsets.UTF_8);
        String now = written("new", RULES.with("factors.csv", factors.replace("sofa-surfing,", "no-settled-place,")));

        assertThat(run("rules", "diff", old, now)).isEqualTo(1);
        assertThat(out.toString()).contains("It may not come after the other:", "- factors.csv:11:1: `sofa-surfing`");
        assertThat(run("rules", "diff", "--json", old, now)).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .last()
                .asString()
                .startsWith("{\"diff\":{\"before\":{\"name\":\"test.1\",")
                .contains("\"faults\":[{\"place\":{\"file\":\"factors.csv\",\"line\":11,");
    }

    @Test
    void whatCannotBeReadGivesTwo() throws IOException {
        String old = written("old", RULES);

        assertThat(run("rules", "diff", old, folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(run("rules", "diff", old, written("new", RULES.with("bad.drl", "rule"))))
                .isEqualTo(2);
        assertThat(run("rules", "diff", old)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("nowhere", "bad.drl:1:", "NEW");
    }
}
