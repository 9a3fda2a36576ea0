package org.waymark.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and how often something happened, as one observation says it: day by day, or counted, never both, because
 * nobody could tell whether they add up.
 */
record Occurrences(
        List<LocalDate> dates,
        @Nullable Integer times,
        @Nullable Integer withinDays,
        @Nullable LocalDate on) {

    /** A year of days; who has more counts them. */
    private static final int MOST_DATES = 366;

    private static final int MOST_TIMES = 1_000;

    /** A hundred years. */
    private static final int LONGEST_PERIOD = 36_500;

    static Occurrences read(Fields fields, Dates day) {
        List<LocalDate> dates = fields.optional("dates", at -> dates(at, day));
        Occurrences read = new Occurrences(
                dates == null ? List.of() : dates,
                fields.optional("times", Numbers.whole(1, MOST_TIMES)),
                fields.optional("withinDays", Numbers.whole(1, LONGEST_PERIOD)),
                fields.optional("on", day));
        read.check(fields, day.lastDay());
        return read;
    }

    private static @Nullable List<LocalDate> dates(Cursor at, Dates day) {
        Set<LocalDate> seen = new HashSet<>();
        Reading<LocalDate> fresh = item -> {
            LocalDate date = day.read(item);
            if (date != null && !seen.add(date)) {
                item.fault(Quoted.of(date.toString()) + " is there twice: two occurrences on one day count once");
            }
            return date;
        };
        List<LocalDate> dates = fresh.upTo(MOST_DATES, "dates").read(at);
        if (at.node().isArray() && at.node().isEmpty()) {
            at.fault("is empty: leave it out where no day is known");
        }
        return dates == null ? null : dates.stream().sorted().toList();
    }

    private void check(Fields fields, @Nullable LocalDate lastDay) {
        if (fields.has("dates") && fields.has("times")) {
            fields.at("times")
                    .fault("`times` and `dates` are both there, and may overlap: keep `dates` where the days"
                            + " are known, else `times`");
        }
        if (fields.has("withinDays") && !fields.has("times")) {
            fields.at("withinDays").fault("`withinDays` says nothing without `times`: add how often");
        }
        if (on != null && !dates.isEmpty() && !on.equals(latest())) {
            fields.at("on")
                    .fault(Quoted.of(on.toString()) + " is not the latest of `dates`, which is " + latest()
                            + ": leave `on` out");
        }
        if (on != null && withinDays != null && lastDay != null && on.isBefore(lastDay.minusDays(withinDays))) {
            fields.at("on")
                    .fault(Quoted.of(on.toString()) + " is " + ChronoUnit.DAYS.between(on, lastDay)
                            + " days before the assessment, outside `withinDays` " + withinDays);
        }
    }

    private LocalDate latest() {
        return dates.get(dates.size() - 1);
    }
}
