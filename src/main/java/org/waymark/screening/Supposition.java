package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Observation;

/**
 * An answer that nobody has given, to see what it would change.
 *
 * @param shown the answer as a question shows it
 * @param observation the observation that would be made
 */
record Supposition(String shown, Observation observation) {

    static Supposition yes(String factor, @Nullable LocalDate on) {
        return new Supposition("yes", observation(factor, Answer.YES, on, null, null, null));
    }

    static Supposition no(String factor) {
        return new Supposition("no", observation(factor, Answer.NO, null, null, null, null));
    }

    static Supposition on(String factor, LocalDate day) {
        return new Supposition(day.toString(), observation(factor, Answer.YES, day, null, null, null));
    }

    static Supposition times(String factor, int times, @Nullable Integer withinDays, @Nullable LocalDate on) {
        return new Supposition(String.valueOf(times), observation(factor, Answer.YES, on, times, withinDays, null));
    }

    static Supposition value(String factor, BigDecimal value, LocalDate on) {
        return new Supposition(value.toPlainString(), observation(factor, Answer.YES, on, null, null, value));
    }

    private static Observation observation(
            String factor,
            Answer answer,
            @Nullable LocalDate on,
            @Nullable Integer times,
            @Nullable Integer withinDays,
            @Nullable BigDecimal value) {
        return new Observation(
                factor, answer, List.of(), times, withinDays, on, null, value, null, Basis.CONFIRMED, null, null);
    }

    /** The assessment as it would be with this answer in the place of what it leaves open about the factor. */
    Assessment in(Assessment assessment) {
        List<Observation> observations = Stream.concat(
                        assessment.observations().stream().filter(this::stays), Stream.of(observation))
                .toList();
        return new Assessment(
                assessment.assessmentId(),
                assessment.sourceSystem(),
                assessment.receivedAt(),
                assessment.assessedAt(),
                assessment.referredBy(),
                assessment.youngPerson(),
                observations,
                assessment.amends());
    }

    private boolean stays(Observation other) {
        return !other.factor().equals(observation.factor()) || !other.answer().isUnsettled();
    }
}
