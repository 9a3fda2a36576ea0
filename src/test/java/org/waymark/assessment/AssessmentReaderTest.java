package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssessmentReaderTest {

    @Test
    void the_example_of_the_contract_is_read() throws InvalidAssessment {
        Assessment read = Example.read(Example.json()).assessment();

        assertThat(read.submission()).isEqualTo(new SubmissionKey("sefton", "sefton-mash", "MASH-2026-000123"));
        assertThat(read.receivedAt()).isEqualTo("2026-03-11T08:45:00Z");
        assertThat(read.assessedAt()).isEqualTo("2026-03-11T10:30:00Z");
        assertThat(read.referredBy()).isEqualTo(Agency.POLICE);
        assertThat(read.youngPerson())
                .isEqualTo(new YoungPerson(
                        "LCS-55512",
                        LocalDate.of(2012, 5, 2),
                        13,
                        "sefton",
                        "knowsley",
                        List.of(new PersonKey("knowsley", "KN-8812"))));
        assertThat(read.amends()).isNull();
    }

    @Test
    void each_observation_of_the_example_keeps_what_it_says() throws InvalidAssessment {
        List<Observation> read = Example.read(Example.json()).assessment().observations();

        assertThat(read).hasSize(6);
        assertThat(read.get(0))
                .isEqualTo(new Observation(
                        "going-missing",
                        Answer.YES,
                        List.of(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 25), LocalDate.of(2026, 3, 6)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Basis.CONFIRMED,
                        Agency.POLICE,
                        null));
        assertThat(read.get(1).value()).isEqualTo(new BigDecimal("30"));
        assertThat(read.get(2).times()).isEqualTo(2);
        assertThat(read.get(2).withinDays()).isEqualTo(365);
        assertThat(read.get(3).answer()).isEqualTo(Answer.YET_TO_CLARIFY);
        assertThat(read.get(4).offenceStatus()).isEqualTo(OffenceStatus.ALLEGED);
        assertThat(read.get(5).note()).isEqualTo("seen at home visit");
    }

    @Test
    void what_is_left_out_is_taken_as_the_contract_says() throws InvalidAssessment {
        assertThat(Example.read(Example.without("/receivedAt")).assessment().receivedAt())
                .isEqualTo("2026-03-11T10:30:00Z");
        assertThat(Example.read(Example.json())
                        .assessment()
                        .observations()
                        .get(1)
                        .basis())
                .isEqualTo(Basis.REPORTED);
    }

    @Test
    void an_offence_that_police_or_youth_justice_report_is_alleged_until_they_say_more() throws InvalidAssessment {
        assertThat(offenceStatusOf("""
                {"factor": "robbery", "answer": "yes", "source": "youth-justice"}""")).isEqualTo(OffenceStatus.ALLEGED);
        assertThat(offenceStatusOf("""
                {"factor": "robbery", "answer": "yes"}""")).as("the contact is from the police").isEqualTo(OffenceStatus.ALLEGED);
        assertThat(offenceStatusOf("""
                {"factor": "robbery", "answer": "yes", "source": "school"}""")).isNull();
        assertThat(offenceStatusOf("""
                {"factor": "robbery", "answer": "no"}""")).isNull();
        assertThat(offenceStatusOf("""
                {"factor": "robbery", "answer": "yes", "offenceStatus": "no-further-action"}""")).isEqualTo(OffenceStatus.NO_FURTHER_ACTION);
        assertThat(offenceStatusOf("""
                {"factor": "going-missing", "answer": "yes"}""")).isNull();
    }

    @Test
    void one_observation_may_be_there_twice_for_two_people_may_have_seen_the_same() throws InvalidAssessment {
        String again = """
                {"factor": "gang-association", "answer": "yet-to-clarify"}""";
        assertThat(Example.read(Example.with("/observations/6", again))
                        .assessment()
                        .observations())
                .hasSize(7)
                .extracting(Observation::factor)
                .contains("gang-association", "gang-association");
    }

    @Test
    void nobody_has_to_be_asked_about_anything() throws InvalidAssessment {
        assertThat(Example.read(Example.with("/observations", "[]"))
                        .assessment()
                        .observations())
                .isEmpty();
    }

    @Test
    void a_day_is_a_day_in_london_wherever_the_clock_stands() throws InvalidAssessment {
        String summerNight = Example.with("/assessedAt", "\"2025-07-01T23:30:00Z\"")
                .replace("2026-03-11T08:45:00Z", "2025-07-01T08:45:00Z")
                .replaceAll("2026-0\\d-\\d\\d\"", "2025-07-02\"")
                .replaceFirst("\\[\"2025-07-02\".*?]", "[\"2025-07-02\"]");
        assertThat(Example.read(summerNight).assessment().observations().get(0).dates())
                .containsExactly(LocalDate.of(2025, 7, 2));
    }

    @Test
    void a_period_of_days_reaches_back_to_the_day_that_it_names() throws InvalidAssessment {
        assertThat(Example.read(Example.with("/observations/2/on", "\"2025-03-11\""))
                        .assessment()
                        .observations()
                        .get(2)
                        .on())
                .as("365 days before the assessment, within 365 days")
                .isEqualTo("2025-03-11");
    }

    @Test
    void a_child_born_on_29_february_is_a_year_older_on_1_march() throws InvalidAssessment {
        String onLastOfFebruary = aged("2012-02-29", 13, "2026-02-28T10:00:00Z");
        String onFirstOfMarch = aged("2012-02-29", 14, "2026-03-01T10:00:00Z");

        assertThat(Example.read(onLastOfFebruary).assessment().youngPerson().ageYears())
                .isEqualTo(13);
        assertThat(Example.read(onFirstOfMarch).assessment().youngPerson().ageYears())
                .isEqualTo(14);
    }

    @Test
    void one_figure_written_in_three_ways_is_one_figure() throws InvalidAssessment {
        String thirty = Example.read(Example.json()).canonical();
        assertThat(thirty).contains("\"value\":30}");
        for (String written : List.of("30.0", "3e1", "30.000")) {
            Submission read = Example.read(Example.json().replace("\"value\": 30,", "\"value\": " + written + ","));
            assertThat(read).isEqualTo(Example.read(Example.json()));
        }
    }

    @Test
    void notes_context_and_monitoring_are_part_of_what_makes_two_submissions_equal() throws InvalidAssessment {
        String canonical = Example.read(Example.json()).canonical();
        assertThat(Example.read(Example.with("/monitoring/sex", "\"female\"")).canonical())
                .isNotEqualTo(canonical);
        assertThat(Example.read(Example.with("/context/safeContact", "\"any time\""))
                        .canonical())
                .isNotEqualTo(canonical);
    }

    @Test
    void monitoring_never_reaches_the_part_that_rules_read() throws InvalidAssessment {
        assertThat(Example.read(Example.with("/monitoring/religion", "\"any\"")).assessment())
                .isEqualTo(Example.read(Example.json()).assessment());
    }

    @Test
    void every_fault_is_reported_at_once_with_its_pointer() {
        InvalidAssessment refused = Example.refused("""
                {"asessedAt": "2026-03-11T10:30:00Z", "assessmentId": 7, "sourceSystem": "sefton-mash",
                 "youngPerson": {"reference": "LCS-55512", "area": "Sefton"},
                 "observations": [{"factor": "goingmissing", "answer": "yes"}, {"factor": "robbery", "anwser": "yes"}]}
                """);

        assertThat(refused.kind()).isEqualTo(InvalidAssessment.Kind.INVALID);
        assertThat(refused.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "/asessedAt: unknown field `asessedAt`, did you mean `assessedAt`?",
                        "/assessmentId: expected a string, found the number `7`",
                        "/assessedAt: `assessedAt` is missing",
                        "/youngPerson/area: `Sefton` is not kebab-case: lower-case letters and digits, words joined by"
                                + " one hyphen",
                        "/observations/0/factor: unknown factor `goingmissing`, did you mean `going-missing`?",
                        "/observations/1/anwser: unknown field `anwser`, did you mean `answer`?",
                        "/observations/1/answer: `answer` is missing");
    }

    @Test
    void an_answer_stays_short_however_many_faults_there_are() {
        String all = "{\"factor\": \"nothing-like-it\", \"answer\": \"perhaps\"},".repeat(400);
        List<Fault> faults = Example.refused(
                        Example.with("/observations", "[" + all.substring(0, all.length() - 1) + "]"))
                .faults();

        assertThat(faults).hasSize(201);
        assertThat(faults.get(200)).isEqualTo(new Fault("", "and 600 more faults, not listed here"));
    }

    @Test
    void a_document_full_of_unknown_fields_is_refused_as_soon_as_any_other() {
        String fields = IntStream.range(0, 60_000)
                .mapToObj(i -> "\"asessed" + i + "\":1")
                .collect(Collectors.joining(","));

        List<Fault> faults = assertTimeout(
                Duration.ofSeconds(10),
                () -> Example.refused("{" + fields + "}").faults());

        assertThat(faults.get(200).message()).isEqualTo("and 59805 more faults, not listed here");
    }

    @Test
    void a_stored_assessment_is_read_again_whatever_the_time_is() throws InvalidAssessment {
        Submission stored = Example.read(Example.json());
        assertThat(Example.reader().reread(stored.canonical())).isEqualTo(stored);
    }

    @Test
    void a_stored_assessment_that_cannot_be_read_again_is_an_error_of_ours() {
        assertThatThrownBy(() -> Example.reader().reread("{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`assessmentId` is missing");
    }

    @Test
    void an_assessment_of_this_very_moment_is_not_in_the_future() throws Exception {
        byte[] json = Example.json().getBytes(StandardCharsets.UTF_8);
        assertThat(Example.reader().read(json, Instant.parse("2026-03-11T10:30:00Z")))
                .isEqualTo(Example.read(Example.json()));
    }

    private static OffenceStatus offenceStatusOf(String observation) throws InvalidAssessment {
        return Example.read(Example.with("/observations", "[" + observation + "]"))
                .assessment()
                .observations()
                .get(0)
                .offenceStatus();
    }

    private static String aged(String dateOfBirth, int ageYears, String assessedAt) {
        return """
                {"assessmentId": "1", "sourceSystem": "s", "assessedAt": "%s", "observations": [],
                 "youngPerson": {"reference": "r", "area": "sefton", "dateOfBirth": "%s", "ageYears": %d}}
                """.formatted(assessedAt, dateOfBirth, ageYears);
    }
}
