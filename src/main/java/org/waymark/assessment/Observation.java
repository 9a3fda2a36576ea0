package org.waymark.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer about one factor, from one source.
 *
 * @param factor id of the factor in the catalogue
 * @param dates the days on which an event is known to have happened, oldest first, without repeats
 * @param times how often it happened, where days are not known one by one
 * @param withinDays the period before {@code assessedAt} that {@code times} speaks of, in days; absent for no stated period
 * @param on the latest occurrence, where only that is known, or the day of a figure
 * @param since since when a state holds
 * @param value the figure of a measure
 * @param offenceStatus what became of an offence, where somebody said
 * @param source who observed it; absent means whoever made contact
 * @param note for people; no rule reads it
 */
public record Observation(
        String factor,
        Answer answer,
        List<LocalDate> dates,
        @Nullable Integer times,
        @Nullable Integer withinDays,
        @Nullable LocalDate on,
        @Nullable LocalDate since,
        @Nullable BigDecimal value,
        @Nullable OffenceStatus offenceStatus,
        Basis basis,
        @Nullable Agency source,
        @Nullable String note) {

    public Observation {
        dates = List.copyOf(dates);
    }
}
