package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import tools.jackson.databind.JsonNode;

/** A policy officer's question from the command line: what would 20 days instead of 30 change? */
class ImpactCommandTest {

    private static final String CHRIS = "samples/chris/09-social-care-and-uncle.json";
    private static final String MISSING = "samples/missing-three-times.json";

    @TempDir
    private Path folder;

    private Path candidate;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheRules() throws IOException {
        candidate = Files.createDirectory(folder.resolve("candidate"));
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = candidate.resolve(Path.of("rules").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path changed = candidate.resolve(file);
        String before = Files.readString(changed);
        assertThat(before).contains(from);
        Files.writeString(changed, before.replace(from, to));
    }

    private void missingWithin20() throws IOException {
        change(
                "thresholds.drl.csv",
                "\"SG-12 Missing three times in 30 days\",,\"going-missing\",30,",
                "\"SG-12 Missing three times in 30 days\",,\"going-missing\",20,");
    }

    private int run(String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("rules", "impact", "--rules", "rules", "--candidate", candidate.toString()),
                        Stream.of(more))
                .toList();
        return CommandLineFace.run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void itSaysInEnglishWhoWouldBeDowngradedAndByWhichRule() throws IOException {
        missingWithin20();

        int exit = run("--assessments", "samples/stream.ndjson", CHRIS, MISSING);

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("Over 14 recorded contacts of 13 young people")
                .contains("       1  would come out lower")
                .contains("  sefton/LCS-55512 example-mash/MASH-2026-000123, assessed on 11 March 2026")
                .contains("    because:   SG-12 fires no longer")
                .contains(
                        "  SG-12 Missing three times in 30 days: 2 contacts now (14.3 %), 1 under the candidate (7.1 %)");
    }

    @Test
    void theSameAsJson() throws IOException {
        missingWithin20();

        run("--assessments", MISSING, "--json");

        JsonNode report = Json.read(out.toString());
        assertThat(report.path("totals").path("lower").asInt()).isEqualTo(1);
        JsonNode one = report.path("changed").path(0);
        assertThat(one.path("direction").asString()).isEqualTo("lower");
        assertThat(one.path("rules").path(0).path("how").asString()).isEqualTo("fires-no-longer");
    }

    @Test
    void anUnchangedCopyChangesNothing() {
        assertThat(run("--assessments", MISSING)).isZero();
        assertThat(out.toString())
                .contains("The two rule sets are the same")
                .contains("No case would be downgraded")
                .contains("Every rule fires on as many contacts as now.");
    }

    @Test
    void whatCannotBeReadIsTheUsersFaultWithAllThatIsWrong() throws IOException {
        assertThat(run("--assessments", "samples/every-mistake.json", "samples/nowhere.json"))
                .isEqualTo(2);
        assertThat(run("--assessments", MISSING, "--ceilings", "sefton:3")).isEqualTo(2);
        change("thresholds.drl.csv", "\"going-missing\",30,", "\"gone-missing\",30,");
        assertThat(run("--assessments", MISSING)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("samples/nowhere.json: there is no such file", "`sefton:3`", "`gone-missing`");
    }
}
