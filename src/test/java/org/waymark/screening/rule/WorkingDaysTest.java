package org.waymark.screening.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Urgency;

/** When something is due: contract, section 1, "Time". */
class WorkingDaysTest {

    private static final WorkingDays CALENDAR = new WorkingDays(Stream.of(
                    "2025-12-25",
                    "2025-12-26",
                    "2026-01-01",
                    "2026-04-03",
                    "2026-04-06",
                    "2026-05-04",
                    "2026-12-25",
                    "2026-12-28")
            .map(LocalDate::parse)
            .collect(Collectors.toSet()));

    private static Instant due(String receivedAt, String urgency) {
        return CALENDAR.due(
                Instant.parse(receivedAt), Coded.of(Urgency.class, urgency).orElseThrow());
    }

    @ParameterizedTest(name = "received at {0}, {1}: by {2}")
    @CsvSource({
        "2026-03-14T23:30:00Z,immediate,2026-03-15T00:30:00Z",
        "2026-03-14T23:30:00Z,same-day,2026-03-15T23:30:00Z",
        "2025-12-25T10:00:00Z,same-day,2025-12-26T10:00:00Z",
        "2026-04-05T18:00:00Z,immediate,2026-04-05T19:00:00Z",
    })
    void whatIsUrgentGoesByTheClockThroughWeekendsAndHolidays(String receivedAt, String urgency, Instant due) {
        assertThat(due(receivedAt, urgency)).isEqualTo(due);
    }

    @ParameterizedTest(name = "received at {0}, same day: by {1}")
    @CsvSource({
        "2026-03-28T12:00:00Z,2026-03-29T12:00:00Z",
        "2026-10-24T12:00:00+01:00,2026-10-25T11:00:00Z",
    })
    void twentyFourHoursAreTwentyFourHoursWhereTheClocksChange(java.time.OffsetDateTime receivedAt, Instant due) {
        assertThat(CALENDAR.due(receivedAt.toInstant(), Urgency.SAME_DAY)).isEqualTo(due);
    }

    @ParameterizedTest(name = "received at {0}, {1}: by the end of {2}")
    @CsvSource({
        // Wednesday, Thursday and Friday in a week without holidays.
        "2026-03-11T08:45:00Z,one-working-day,2026-03-12T23:59:59Z",
        "2026-03-12T08:45:00Z,one-working-day,2026-03-13T23:59:59Z",
        "2026-03-13T08:45:00Z,one-working-day,2026-03-16T23:59:59Z",
        // A weekend counts for nothing, whenever in it the contact came.
        "2026-03-14T00:00:00Z,one-working-day,2026-03-16T23:59:59Z",
        "2026-03-15T23:59:59Z,one-working-day,2026-03-16T23:59:59Z",
        "2026-03-11T08:45:00Z,five-working-days,2026-03-18T23:59:59Z",
        "2026-03-11T08:45:00Z,ten-working-days,2026-03-25T23:59:59Z",
        // Good Friday 3 April and Easter Monday 6 April 2026; British Summer Time since 29 March.
        "2026-04-02T09:00:00Z,one-working-day,2026-04-07T22:59:59Z",
        "2026-04-01T09:00:00Z,five-working-days,2026-04-10T22:59:59Z",
        "2026-03-11T09:00:00Z,planned,2026-04-10T22:59:59Z",
        // Christmas 2025: Thursday and Friday, then a weekend.
        "2025-12-24T09:00:00Z,one-working-day,2025-12-29T23:59:59Z",
        "2025-12-24T09:00:00Z,five-working-days,2026-01-05T23:59:59Z",
        // Boxing Day 2026 is a Saturday, its substitute the Monday.
        "2026-12-24T09:00:00Z,one-working-day,2026-12-29T23:59:59Z",
    })
    void workingDaysPassOverWeekendsAndBankHolidays(String receivedAt, String urgency, Instant due) {
        assertThat(due(receivedAt, urgency)).isEqualTo(due);
    }

    @ParameterizedTest(name = "received at {0}, one working day: by {1}")
    @CsvSource({
        // Half past eleven at night UTC is after midnight in London in summer: Thursday the 2nd, so due on Friday.
        "2026-07-01T23:30:00Z,2026-07-03T22:59:59Z",
        "2026-07-01T22:30:00Z,2026-07-02T22:59:59Z",
        // The last working day before and the first after the clocks go back.
        "2026-10-23T10:00:00Z,2026-10-26T23:59:59Z",
        "2026-03-27T10:00:00Z,2026-03-30T22:59:59Z",
    })
    void theEndOfADayIsMidnightInLondon(String receivedAt, Instant due) {
        assertThat(due(receivedAt, "one-working-day")).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"immediate", "same-day", "one-working-day", "five-working-days", "ten-working-days", "planned"})
    void nothingIsDueBeforeItCameIn(String urgency) {
        Instant received = Instant.parse("2026-04-02T22:59:59Z");

        assertThat(new WorkingDays(Set.of())
                        .due(received, Coded.of(Urgency.class, urgency).orElseThrow()))
                .isAfter(received);
    }
}
