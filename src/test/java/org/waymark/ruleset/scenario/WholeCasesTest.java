package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    void everyCaseSaysWhyItIsThereAndMostAreTimeLines() {
        assertThat(CASES).allSatisfy(one -> assertThat(one.why()).isNotEmpty());
        assertThat(CASES.stream().filter(one -> one.contacts().size() > 1).count())
                .isGreaterThanOrEqualTo(16);
    }
}
