package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Observation;
import org.waymark.assessment.OffenceStatus;

/** One thing that somebody observed or answered, as a test tells it. */
public record Seen(Observation observation) {

    public static Seen yes(String factor) {
        return of(factor, Answer.YES);
    }

    public static Seen no(String factor) {
        return of(factor, Answer.NO);
    }

    public static Seen unknown(String factor) {
        return of(factor, Answer.UNKNOWN);
    }

    public static Seen unclear(String factor) {
        return of(factor, Answer.YET_TO_CLARIFY);
    }

    private static Seen of(String factor, Answer answer) {
        return new Seen(new Observation(
                factor, answer, List.of(), null, null, null, null, null, null, Basis.REPORTED, null, null));
    }

    /** It happened so many days before {@link AContact#TODAY}. */
    public Seen daysAgo(int... days) {
        return on(java.util.Arrays.stream(days)
                .mapToObj(AContact.TODAY::minusDays)
                .sorted()
                .toArray(LocalDate[]::new));
    }

    public Seen on(LocalDate... days) {
        return copy(List.of(days), one().times(), one().withinDays(), one().on(), one().value());
    }

    public Seen lastOn(LocalDate day) {
        return copy(one().dates(), one().times(), one().withinDays(), day, one().value());
    }

    public Seen times(int times) {
        return copy(one().dates(), times, one().withinDays(), one().on(), one().value());
    }

    public Seen timesWithin(int times, int withinDays) {
        return copy(one().dates(), times, withinDays, one().on(), one().value());
    }

    public Seen of(double value) {
        return copy(one().dates(), one().times(), one().withinDays(), one().on(), BigDecimal.valueOf(value));
    }

    public Seen by(Agency source) {
        return copy(one().offenceStatus(), one().basis(), source);
    }

    public Seen basis(Basis basis) {
        return copy(one().offenceStatus(), basis, one().source());
    }

    public Seen with(OffenceStatus status) {
        return copy(status, one().basis(), one().source());
    }

    private Observation one() {
        return observation;
    }

    private Seen copy(List<LocalDate> dates, Integer times, Integer withinDays, LocalDate on, BigDecimal value) {
        List<LocalDate> all = Stream.concat(one().dates().stream(), dates.stream())
                .distinct()
                .sorted()
                .toList();
        return new Seen(new Observation(
                one().factor(),
                one().answer(),
                all,
                times,
                withinDays,
                on,
                one().since(),
                value,
                one().offenceStatus(),
                one().basis(),
                one().source(),
                one().note()));
    }

    private Seen copy(OffenceStatus status, Basis basis, Agency source) {
        return new Seen(new Observation(
                one().factor(),
                one().answer(),
                one().dates(),
                one().times(),
                one().withinDays(),
                one().on(),
                one().since(),
                one().value(),
                status,
                basis,
                source,
                one().note()));
    }
}
