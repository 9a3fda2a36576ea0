package org.waymark.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.Assessment;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.pathway.Urgency;

/** The samples' page promises what each of them gives; here each promise is kept, so that the page cannot go stale. */
class ReadmeTest {

    private static final String PAGE = Samples.text(Samples.FOLDER.resolve("README.md"));
    private static final String STREAM = "stream.ndjson";
    private static final Map<String, Outcome> OUTCOMES = outcomes();

    static List<Promise> promises() {
        return Promise.in(PAGE);
    }

    private static Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Screenings screenings = new Screenings();
        Samples.files().stream()
                .filter(file -> !Samples.FAULTY.contains(file))
                .forEach(file -> outcomes.put(file, screenings.screen(Samples.read(file))));
        int number = 1;
        for (Assessment line : Samples.lines(STREAM)) {
            outcomes.put(STREAM + " line " + number++, screenings.screen(line));
        }
        return outcomes;
    }

    @Test
    void everySampleStandsOnThePageOnce() {
        assertThat(promises()).extracting(Promise::sample).containsExactlyInAnyOrderElementsOf(OUTCOMES.keySet());
        assertThat(Samples.FAULTY).allMatch(file -> PAGE.contains("| `" + file + "` |"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void theSampleGivesWhatThePagePromises(Promise promise) {
        Outcome outcome = OUTCOMES.get(promise.sample());

        assertThat(outcome.primary()).as("leads").isEqualTo(promise.leads());
        assertThat(outcome.pathways()).extracting(ReadmeTest::words).isEqualTo(promise.pathways());
        assertThat(clock(outcome)).as("clock").isEqualTo(promise.clock());
        assertThat(given(outcome)).containsAll(promise.also());
    }

    private static String words(PathwayResult pathway) {
        String level = pathway.level();
        return pathway.pathway().code() + (level == null ? "" : " (" + level + ")");
    }

    private static String clock(Outcome outcome) {
        Urgency urgency = outcome.urgency();
        return urgency == null ? "none" : urgency.code();
    }

    private static List<String> given(Outcome outcome) {
        return Stream.of(
                        outcome.actions().stream().map(one -> one.action().code()),
                        outcome.blocks().stream()
                                .map(one -> "blocks " + one.block().code()),
                        outcome.flags().stream()
                                .map(one -> "flags " + one.flag().code()),
                        outcome.services().stream()
                                .map(one -> "offers " + one.service().code()))
                .flatMap(codes -> codes)
                .toList();
    }
}
