package org.waymark.screening.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.screening.fact.Fact;

/**
 * When and how often one event happened. Occurrences never add up: distinct days unite, else the largest count counts
 * (contract, section 1).
 */
public final class Occurrences {

    /** How often, over a period that ended at a contact. {@code from} is absent for no stated period. */
    private record Count(int times, @Nullable LocalDate from) {}

    private final LocalDate today;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final List<Count> counts = new ArrayList<>();
    /** The first contact that said yes. */
    private @Nullable Assessment first;

    private @Nullable LocalDate assumed;

    private Occurrences(LocalDate today) {
        this.today = today;
    }

    /**
     * The occurrences in what was said, oldest contact first.
     *
     * @param today the day of the present contact
     * @param undatedIsNow whether a yes without a date means the day of its contact
     */
    static Occurrences of(List<Said> said, LocalDate today, boolean undatedIsNow) {
        Occurrences occurrences = new Occurrences(today);
        said.stream().filter(one -> one.answer() == Answer.YES).forEach(one -> occurrences.add(one, undatedIsNow));
        return occurrences;
    }

    private void add(Said said, boolean undatedIsNow) {
        if (first == null) {
            first = said.contact();
        }
        if (said.undated()) {
            addUndated(said, undatedIsNow);
        }
        days.addAll(said.days());
        Integer times = said.observation().times();
        if (times != null) {
            Integer within = said.observation().withinDays();
            counts.add(
                    new Count(times, within == null ? null : said.recordedOn().minusDays(within)));
        }
    }

    private void addUndated(Said said, boolean undatedIsNow) {
        if (undatedIsNow) {
            days.add(said.recordedOn());
        } else if (said.contact() == first) {
            // A yes without a date never renews what an earlier contact said.
            assumed = said.recordedOn();
        }
    }

    /** The last day on which it is known to have happened. */
    public Optional<LocalDate> latest() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
    }

    /** The days on which it is known to have happened, the first first. */
    public SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(days);
    }

    /** How often it is known to have happened within a window of days up to today. */
    public int timesWithin(int windowInDays) {
        long dated = windowInDays == Fact.EVER
                ? days.size()
                : days.tailSet(today.minusDays(windowInDays)).size();
        int counted = counts.stream()
                .filter(count -> covers(windowInDays, count))
                .mapToInt(Count::times)
                .max()
                .orElse(0);
        return Math.max((int) dated, counted);
    }

    private boolean covers(int windowInDays, Count count) {
        return windowInDays == Fact.EVER
                || (count.from() != null && !count.from().isBefore(today.minusDays(windowInDays)));
    }

    /** Whether it may have happened within the window, on a day that nobody gave. */
    public boolean assumedWithin(int windowInDays) {
        if (assumed == null) {
            return false;
        }
        // The last day is "now", which an undated yes does not say.
        return windowInDays == Fact.EVER || (windowInDays > 1 && !assumed.isBefore(today.minusDays(windowInDays)));
    }
}
