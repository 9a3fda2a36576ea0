package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/** The repository's whole cases: every word that a decision may say comes out in one of them. */
class WholeCasesTest {

    private static final List<WholeCase> CASES = read();

    private static List<WholeCase> read() {
        try {
            return ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet())
                    .wholeCases();
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    private static Stream<Expectation> expected() {
        return CASES.stream()
                .flatMap(one -> one.contacts().stream())
                .flatMap(contact -> contact.expectations().stream())
                .filter(expectation -> !expectation.never());
    }

    private static Set<String> expected(Expectation.Of of) {
        return expected()
                .filter(one -> one.of() == of)
                .map(Expectation::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T extends Enum<T> & Coded> Set<String> codes(Class<T> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyWordOfADecisionComesOutSomewhere() {
        assertThat(expected(Expectation.Of.PATHWAY)).isEqualTo(codes(Pathway.class));
        assertThat(expected(Expectation.Of.SERVICE)).isEqualTo(codes(Service.class));
        assertThat(expected(Expectation.Of.ACTION)).isEqualTo(codes(Action.class));
        assertThat(expected(Expectation.Of.BLOCK)).isEqualTo(codes(Block.class));
        assertThat(expected(Expectation.Of.FLAG)).isEqualTo(codes(Flag.class));
    }

    @Test
    void everyLevelAndEveryUrgencyComesOutSomewhere() {
        List<Speed> speeds =
                expected().map(Expectation::speed).filter(one -> !one.atLeast()).toList();

        assertThat(speeds.stream().map(Speed::level).filter(Objects::nonNull))
                .containsAll(ActiveRules.ruleSet().manifest().levels());
        assertThat(speeds.stream().map(Speed::urgency).filter(Objects::nonNull))
                .containsAll(EnumSet.allOf(Urgency.class));
    }

    @Test
    void theExamplesInTheGuideToTheRulesHold() throws IOException, ScenariosRejected {
        Map<String, byte[]> examples = new TreeMap<>();
        Matcher blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ActiveRules.FOLDER.resolve("README.md")));
        while (blocks.find()) {
            examples.put("example-" + examples.size() + ".yaml", blocks.group(1).getBytes(StandardCharsets.UTF_8));
        }

        ScenarioReport report = ScenarioReader.read("README.md", examples, ActiveRules.ruleSet())
                .run(ActiveRules.screener());

        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        assertThat(report.failures().stream().map(ScenarioFailure::text)).isEmpty();
    }

    @Test
    void everyCaseSaysWhyItIsThereAndMostAreTimeLines() {
        assertThat(CASES).allSatisfy(one -> assertThat(one.why()).isNotEmpty());
        assertThat(CASES.stream().filter(one -> one.contacts().size() > 1).count())
                .isGreaterThanOrEqualTo(16);
    }
}
