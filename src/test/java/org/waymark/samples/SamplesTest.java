package org.waymark.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;

/** Every sample can be submitted as it is, but for the two that show how a document is turned away. */
class SamplesTest {

    static Stream<String> sound() {
        return Samples.files().stream().filter(file -> !Samples.FAULTY.contains(file));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void isReadWithoutAFault(String file) {
        assertThat(Samples.read(file).observations()).isNotEmpty();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(Samples.chris()).hasSize(9);
        assertThat(sound().filter(file -> !file.startsWith("chris/"))).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Samples.lines("stream.ndjson")).hasSize(12);
    }

    @Test
    void noTwoHaveTheSameIdentity() {
        Stream<Assessment> all = Stream.concat(sound().map(Samples::read), Samples.lines("stream.ndjson").stream());

        assertThat(all)
                .extracting(one -> one.sourceSystem() + " " + one.assessmentId())
                .doesNotHaveDuplicates();
    }

    @Test
    void theStreamHoldsOneYoungPersonTwice() {
        List<Assessment> lines = Samples.lines("stream.ndjson");

        assertThat(lines.stream().map(one -> one.youngPerson().key()).distinct())
                .hasSize(lines.size() - 1);
    }

    @Test
    void whatIsNotJsonIsToldWithLineAndColumn() {
        InvalidAssessment refused = Samples.refused("broken.json");

        assertThat(refused.kind()).isEqualTo(InvalidAssessment.Kind.MALFORMED);
        assertThat(refused.faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .startsWith("line 7, column");
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() {
        InvalidAssessment refused = Samples.refused("every-mistake.json");

        assertThat(refused.kind()).isEqualTo(InvalidAssessment.Kind.INVALID);
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/referrer",
                        "/assessmentId",
                        "/sourceSystem",
                        "/receivedAt",
                        "/referredBy",
                        "/youngPerson/name",
                        "/youngPerson/area",
                        "/youngPerson/ageYears",
                        "/observations/0/factor",
                        "/observations/1/dates/0",
                        "/observations/2/dates/0",
                        "/observations/3/value",
                        "/observations/4/answer",
                        "/observations/5/times",
                        "/observations/6/on",
                        "/observations/7/since",
                        "/observations/8/offenceStatus",
                        "/observations/9/offenceStatus",
                        "/observations/10/value",
                        "/observations/11/basis",
                        "/observations/12/dates/1",
                        "/observations/13/times",
                        "/observations/14/factor",
                        "/observations/15",
                        "/context/childSeenAlone",
                        "/context/consulted/0/agency",
                        "/monitoring/shoeSize");
    }

    @Test
    void theNearestRightWordIsNamed() {
        assertThat(Samples.refused("every-mistake.json").faults())
                .extracting(Fault::message)
                .contains(
                        "unknown factor `goingmissing`, did you mean `going-missing`?",
                        "unknown field `referrer`, did you mean `referredBy`?");
    }
}
