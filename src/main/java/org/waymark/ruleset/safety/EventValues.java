package org.waymark.ruleset.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Factor;
import org.waymark.assessment.Observation;
import org.waymark.assessment.OffenceStatus;

/**
 * Every way in which an event can have happened that some rule can tell from the others: how often within each window
 * that a rule has, on the oldest days that are within it; reported by police or not, where a rule asks that; and
 * without a day.
 *
 * <p>Rules ask how often with "at least" alone, so that counts between two of their limits are one and the same.
 */
final class EventValues {

    /** More ways than rules would ever ask for; a check against a slip such as {@code times >= 400}. */
    private static final int MOST = 2_000;

    private final Factor factor;
    private final Limits limits;
    private final List<Integer> windows;
    private final boolean reportsMatter;

    private EventValues(Factor factor, Limits limits) {
        this.factor = factor;
        this.limits = limits;
        this.windows = List.copyOf(limits.windows());
        this.reportsMatter = !limits.reportedTimes().isEmpty();
    }

    static List<Value> of(Factor factor, Limits limits) {
        return new EventValues(factor, limits).values();
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        List<Integer> never = counts(List.of(0)).get(0);
        for (List<Integer> times : counts(allTimes())) {
            for (List<Integer> reported : reportsMatter ? counts(allTimes()) : List.of(never)) {
                if (values.size() < MOST) {
                    dated(times, reported).ifPresent(values::add);
                }
            }
        }
        List<Integer> onceLongAgo = counts(List.of(0, 1)).stream()
                .filter(times -> times.stream().mapToInt(one -> one).sum() == 1)
                .findFirst()
                .orElseThrow();
        undated(never).forEach(values::add);
        if (!windows.isEmpty()) {
            undated(onceLongAgo).forEach(values::add);
        }
        return values;
    }

    private List<Integer> allTimes() {
        SortedSet<Integer> all = new TreeSet<>(limits.times());
        all.addAll(limits.reportedTimes());
        return Stream.concat(Stream.of(0), all.stream()).toList();
    }

    /** How often within each window and at any time: never fewer in a longer one. */
    private List<List<Integer>> counts(List<Integer> allowed) {
        List<List<Integer>> counts = List.of(List.of());
        for (int window = 0; window <= windows.size(); window++) {
            counts = counts.stream()
                    .flatMap(shorter -> allowed.stream()
                            .filter(times -> shorter.isEmpty() || times >= shorter.get(shorter.size() - 1))
                            .map(times -> Stream.concat(shorter.stream(), Stream.of(times))
                                    .toList()))
                    .limit(MOST)
                    .toList();
        }
        return counts;
    }

    private Optional<Value> dated(List<Integer> times, List<Integer> reported) {
        Optional<List<LocalDate>> days = days(times, times);
        Optional<List<LocalDate>> reportedDays = days(reported, times);
        if (times.get(windows.size()) == 0) {
            return Optional.empty();
        }
        Amount amount = new Amount.Times(times, reported, false, false);
        if (days.isEmpty()) {
            return reported.equals(times) || !reportsMatter ? counted(times, amount) : Optional.empty();
        }
        if (reportedDays.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> others = days.get().stream()
                .filter(day -> !reportedDays.get().contains(day))
                .toList();
        List<Observation> observations = new ArrayList<>();
        if (!others.isEmpty()) {
            observations.add(yes(others, null, null, reportsMatter ? Agency.SOCIAL_CARE : null));
        }
        if (!reportedDays.get().isEmpty()) {
            observations.add(yes(reportedDays.get(), null, null, Agency.POLICE));
        }
        return Optional.of(Value.yes(says(others, reportedDays.get()), observations, amount));
    }

    private static String says(List<LocalDate> days, List<LocalDate> reported) {
        String said = days.isEmpty() ? "yes" : "yes on " + list(days);
        return reported.isEmpty()
                ? said
                : said + (days.isEmpty() ? "" : " and") + " on " + list(reported) + " by police";
    }

    private static String list(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    /** Counted over the one window in which it happened, where that has not days enough to name. */
    private Optional<Value> counted(List<Integer> times, Amount amount) {
        int most = times.get(windows.size());
        for (int window = 0; window < windows.size(); window++) {
            if (times.get(window) == most) {
                int days = windows.get(window);
                Observation observation = yes(List.of(), most, days, reportsMatter ? Agency.POLICE : null);
                String says = "yes " + most + " times within " + days + (days == 1 ? " day" : " days");
                return Optional.of(Value.yes(says, List.of(observation), amount));
            } else if (times.get(window) > 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Said without a day, by itself or beside a day of long ago; by police or not, where that matters. */
    private Stream<Value> undated(List<Integer> dated) {
        List<Integer> never = dated.stream().map(times -> 0).toList();
        List<LocalDate> days = days(dated, dated).orElseThrow();
        Stream<@Nullable Agency> sources = reportsMatter
                ? Stream.of(Agency.SOCIAL_CARE, Agency.POLICE)
                : Stream.<@Nullable Agency>of((Agency) null);
        return sources.map(source -> {
            List<Observation> observations = new ArrayList<>(List.of(yes(List.of(), null, null, source)));
            if (!days.isEmpty()) {
                observations.add(yes(days, null, null, Agency.SCHOOL));
            }
            return Value.yes(
                    (days.isEmpty() ? "yes" : "yes on " + list(days) + " and") + " without a day"
                            + (source == Agency.POLICE ? " by police" : ""),
                    observations,
                    new Amount.Times(dated, never, true, source == Agency.POLICE));
        });
    }

    /**
     * The oldest days on which it can have happened so often; nothing where there are not days enough.
     *
     * @param outOf the counts of which these are a part: their days are among those of the whole
     */
    private Optional<List<LocalDate>> days(List<Integer> times, List<Integer> outOf) {
        List<LocalDate> days = new ArrayList<>();
        for (int window = 0; window <= windows.size(); window++) {
            int here = times.get(window) - (window == 0 ? 0 : times.get(window - 1));
            int allHere = outOf.get(window) - (window == 0 ? 0 : outOf.get(window - 1));
            int nearest = window == 0 ? 0 : windows.get(window - 1) + 1;
            int farthest = window == windows.size() ? nearest + allHere - 1 : windows.get(window);
            if (here > allHere || farthest - nearest + 1 < here) {
                return Optional.empty();
            }
            for (int one = 0; one < here; one++) {
                days.add(ExampleCase.TODAY.minusDays(farthest - one));
            }
        }
        return Optional.of(days.stream().sorted().toList());
    }

    /** Where a rule asks who reported it the source is always named, so that who made contact is nothing to it. */
    private Observation yes(
            List<LocalDate> days, @Nullable Integer times, @Nullable Integer withinDays, @Nullable Agency source) {
        boolean alleged = factor.offence() && source == Agency.POLICE;
        return new Observation(
                factor.id(),
                Answer.YES,
                days,
                times,
                withinDays,
                null,
                null,
                null,
                alleged ? OffenceStatus.ALLEGED : null,
                Basis.REPORTED,
                source,
                null);
    }
}
