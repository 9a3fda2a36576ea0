package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packed jar on the command line: results on standard output, faults on standard error, and an exit code. */
class CommandLineIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    /** What a command wrote, and how it ended. */
    private record Ran(int exit, String out, String err) {}

    private Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("waymark.jar")));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ran(exit, Files.readString(out), Files.readString(err));
    }

    private static String[] chris(String... before) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/chris"))) {
            return Stream.concat(Stream.of(before), files.sorted().map(Path::toString))
                    .toArray(String[]::new);
        }
    }

    @Test
    void theCaseOfChrisGivesNineDecisionsAsJsonOneALine() throws Exception {
        Ran ran = run(chris("screen", "--json"));

        List<JsonNode> outcomes = ran.out()
                .lines()
                .map(JSON::readTree)
                .map(decision -> decision.path("outcome"))
                .toList();
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(outcomes).hasSize(9);
        assertThat(outcomes.get(0).path("primary").asString()).isNotEqualTo("universal");
        assertThat(codes(outcomes.get(1), "pathways", "pathway")).contains("mace");
        assertThat(outcomes.get(5).path("primary").asString()).isEqualTo("safeguarding");
        assertThat(outcomes.get(5).path("urgency").asString()).isIn("immediate", "same-day");
        for (int closedBefore : List.of(3, 4)) {
            assertThat(codes(outcomes.get(closedBefore), "actions", "action")).contains("manager-review");
            assertThat(codes(outcomes.get(closedBefore), "blocks", "block")).contains("no-further-action");
        }
    }

    private static List<String> codes(JsonNode outcome, String list, String field) {
        List<String> codes = new ArrayList<>();
        outcome.path(list).forEach(one -> codes.add(one.path(field).asString()));
        return codes;
    }

    @Test
    void forAPersonItPrintsWordsAndSaysThatAPersonDecides() throws Exception {
        Ran ran = run("screen", "samples/threat-to-life-tonight.json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("Contact safely: ", "Safeguarding within the hour", "  Why", "  Ask next")
                .contains("a named person decides")
                .doesNotContain("{", "null");
        assertThat(ran.out().indexOf("Contact safely")).isLessThan(ran.out().indexOf("Safeguarding"));
    }

    @Test
    void onDemandItSaysWhatEachPathwayRestsOn() throws Exception {
        Ran words = run("screen", "--explain", "samples/early-help-refused-with-danger.json");
        Ran json = run("screen", "--explain", "--json", "samples/early-help-refused-with-danger.json");
        Ran plain = run("screen", "--json", "samples/early-help-refused-with-danger.json");

        assertThat(words.out())
                .contains("  What it rests on", "Safeguarding would not be there", "without unexplained money or goods")
                .contains("without agreement to early help (answered no)");
        JsonNode decision = JSON.readTree(json.out());
        assertThat(decision.at("/explanation/pathways/0/withoutAny/0/0").asString())
                .isEqualTo("unexplained-money-goods");
        assertThat(json.out())
                .startsWith(plain.out().strip().substring(0, plain.out().strip().length() - 1));
        assertThat(plain.out()).doesNotContain("withoutAny");
    }

    @Test
    void everyFaultOfEveryFileIsToldOnStandardErrorAndNothingIsScreened() throws Exception {
        Ran ran = run("screen", "samples/universal.json", "samples/every-mistake.json", "samples/broken.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("samples/every-mistake.json: /observations/", "did you mean")
                .contains("samples/broken.json: ")
                .doesNotContain("Exception", "\tat ");
        assertThat(ran.err().lines().count()).isGreaterThan(20);
    }

    @Test
    void aStreamOfOneALineKeepsTheHistoryOfEachYoungPerson() throws Exception {
        Ran ran = run("screen", "--json", "samples/stream.ndjson");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .hasSameSizeAs(Files.readAllLines(Path.of("samples/stream.ndjson"), StandardCharsets.UTF_8));
    }

    /** Every row accounted for, all scenarios, all coverage, no promise broken, every small change noticed. */
    @Test
    void theRepositorysRulesPassTheWholeCheck() throws Exception {
        Ran ran = run("rules", "check");

        assertThat(ran.out()).doesNotContain("FAIL").contains("Rule set 2026.1 (sha256:", " passes.");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aRuleSetThatFailsItsCheckSaysWhereAndExitsWithOne() throws Exception {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("manifest.yaml"), "name: [");

        Ran ran = run("rules", "check", "--json", broken.toString());

        assertThat(ran.exit()).isOne();
        JsonNode report = JSON.readTree(ran.out());
        assertThat(report.at("/sections/0/ok").asBoolean(true)).isFalse();
        assertThat(report.at("/sections/0/details/0").asString()).contains("areas.csv");
    }

    @Test
    void theRuleBookIsWrittenFromTheJar() throws Exception {
        Ran ran = run("rules", "book", "--out", folder.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("rule-book.md", "rule-book.html");
        assertThat(Files.readString(folder.resolve("rule-book.html"))).contains("SG-12", "</html>");
    }

    @Test
    void wrongUsageSaysWhatIsAllowed() throws Exception {
        Ran unknown = run("scren", "samples/universal.json");
        Ran missing = run("screen", "samples/nothing-of-the-kind.json");
        Ran noRules = run("screen", "--rules", "nowhere", "samples/universal.json");

        assertThat(List.of(unknown.exit(), missing.exit(), noRules.exit())).containsOnly(2);
        assertThat(unknown.err()).contains("scren", "Did you mean: waymark screen");
        assertThat(missing.err()).isEqualToIgnoringNewLines("samples/nothing-of-the-kind.json: there is no such file");
        assertThat(noRules.err()).contains("`nowhere`", "--rules DIR");
    }
}
