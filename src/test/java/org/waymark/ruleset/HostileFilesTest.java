package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;

/**
 * Files that somebody uploads to run code of their own, or to bring the service down: each is turned away, with a fault
 * that says where, before anything is compiled. Every payload would set the property {@code waymark.owned}.
 */
class HostileFilesTest {

    private static final Path FILES = Path.of("src/test/resources/hostile");
    private static final String OWNED = "waymark.owned";
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    /** What the corpus must try at the least, by how the names of its files begin. */
    private static final List<String> KINDS = List.of(
            "function",
            "import.drl",
            "import-static",
            "global",
            "declare",
            "query",
            "condition-eval",
            "condition-from",
            "condition-accumulate-inline-code",
            "attribute-salience-of-expression",
            "attribute-enabled",
            "annotation-expression",
            "unicode-escape-in-name",
            "comment",
            "quote-in-name",
            "condition-inline-cast",
            "condition-method-call",
            "condition-property-navigation",
            "action-new",
            "action-lambda",
            "action-modify",
            "action-insert",
            "condition-named-consequence",
            "condition-if-do",
            "condition-window",
            "attribute-timer",
            "attribute-dialect",
            "action-drools-object",
            "table-section-functions",
            "table-section-import",
            "table-section-declare",
            "table-section-queries",
            "table-section-variables",
            "table-cell-in",
            "dsl");

    static Stream<Path> files() throws IOException {
        return Files.list(FILES)
                .filter(file -> !file.getFileName().toString().equals("README.md"))
                .sorted();
    }

    @BeforeEach
    void nothingIsOwned() {
        System.clearProperty(OWNED);
    }

    /** A manifest or a table of the catalogue takes the place of the good one; all else stands beside the good rules. */
    private static String nameInTheRuleSet(Path file) {
        String name = file.getFileName().toString();
        for (String data : List.of("manifest.yaml", "factors.csv", "groups.csv", "areas.csv", "bank-holidays.csv")) {
            String[] parts = data.split("\\.");
            if (name.startsWith(parts[0] + "-") && name.endsWith("." + parts[1])) {
                return data;
            }
        }
        return name;
    }

    private static SmallRules with(Path file) {
        try {
            return SmallRules.of(SmallRules.GOOD).with(nameInTheRuleSet(file), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theRulesThatTheyAreAddedToAreGood() {
        assertThat(SmallRules.of(SmallRules.GOOD).told()).isEmpty();
    }

    @Test
    void thereAreManyOfThemAndOfEveryKind() throws IOException {
        List<String> names = files().map(file -> file.getFileName().toString()).toList();

        assertThat(names).hasSizeGreaterThan(210);
        assertThat(KINDS).allSatisfy(kind -> assertThat(names).anyMatch(name -> name.startsWith(kind)));
    }

    /** Shows that the marker marks: the same code that the corpus holds, given to Drools past the guard. */
    @Test
    void aPayloadThatDidReachDroolsWouldBeSeen() {
        KieServices services = KieServices.get();
        KieFileSystem unguarded = services.newKieFileSystem();
        unguarded.write(
                "src/main/resources/owned.drl",
                "rule \"SG-90 Attack\" when then System.setProperty(\"waymark.owned\", \"unguarded\"); end");
        services.newKieBuilder(unguarded).buildAll(ExecutableModelProject.class);
        KieSession session = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession();

        session.fireAllRules();
        session.dispose();

        assertThat(System.getProperty(OWNED)).isEqualTo("unguarded");
        System.clearProperty(OWNED);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTurnedAwayAndNothingOfItRuns(Path file) {
        List<RuleFault> faults = Assertions.assertTimeoutPreemptively(
                A_WHILE, () -> faultsOf(with(file).files()), "takes too long: " + file);

        assertThat(faults).as("would be compiled").isNotEmpty();
        assertThat(faults).extracting(fault -> fault.place().file()).contains(nameInTheRuleSet(file));
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.place().line()).isPositive();
            assertThat(fault.place().column()).isPositive();
            assertThat(fault.message()).isNotBlank();
        });
        assertThat(faults)
                .as("a fix")
                .anySatisfy(fault -> assertThat(fault.fix()).isNotBlank());
        assertThat(System.getProperty(OWNED)).isNull();
    }

    /** The faults that the guard finds, without Drools. */
    private static List<RuleFault> faultsOf(RuleFiles files) {
        try {
            RuleSetReader.check(files);
            return List.of();
        } catch (RuleSetRejected rejected) {
            return rejected.faults();
        }
    }

    /** A hash is over names and contents: a name with a line break in it could stand for another file's content. */
    @ParameterizedTest
    @MethodSource("names")
    void aFileWithAnOddNameIsTurnedAway(String name) {
        assertThat(SmallRules.of(SmallRules.GOOD).with(name, SmallRules.GOOD).told())
                .contains("a file has a name that is no plain file name");
    }

    static Stream<String> names() {
        return Stream.of(
                "rules.drl\n3\nabcmore.drl",
                "../more.drl",
                "more rules.drl",
                "\u202emore.drl",
                "",
                ".drl",
                "/more.drl",
                "a".repeat(100) + ".drl");
    }

    @Test
    void aFileOfStrangeCharactersDoesNotMakeHalfAMillionFaults() {
        assertThat(SmallRules.of("#\n".repeat(250_000)).faults()).hasSizeLessThan(1_000);
        assertThat(SmallRules.of("\u0007\n".repeat(250_000)).faults()).hasSizeLessThan(1_000);
    }

    @Test
    void aWordOfHalfAMillionLettersIsNotComparedLetterByLetter() {
        String factor = "a".repeat(3_000);
        String rule = SmallRules.line("SG-90", "Yes( factor == \"" + factor + "\" )", ".to(SAFEGUARDING, SAME_DAY)");
        String many = Stream.generate(() -> rule).limit(150).reduce("", String::concat);

        assertThat(Assertions.assertTimeoutPreemptively(
                        A_WHILE, () -> SmallRules.of(many).faults()))
                .isNotEmpty();
    }

    @Test
    void aTableCannotAskForMoreTextThanItIsWorth() {
        String[] rows = Stream.generate(() -> "SG-90 %s|going-missing|30|SAME_DAY||%s|policy choice"
                        .formatted("x".repeat(190), "y".repeat(500)))
                .limit(600)
                .toArray(String[]::new);

        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(30),
                        () -> SmallRules.of()
                                .with("more.drl.csv", SmallRules.table(rows))
                                .faults()))
                .isNotEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        assertThat(SmallRules.of("// a note\n".repeat(60_000)).told())
                .isEqualTo("rules.drl:1:1: the file has 600000 bytes, and 524288 are allowed; split it");
    }

    @Test
    void twoThousandRulesAreReadAndCheckedInAWhile() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            many.append(SmallRules.line(
                    "SG-" + (100 + i % 900), "Yes( factor == \"debt-bondage\" )", ".to(SAFEGUARDING, NOW)"));
        }

        assertThat(Assertions.assertTimeoutPreemptively(
                        A_WHILE, () -> SmallRules.of(many.toString()).faults()))
                .isNotEmpty();
    }
}
