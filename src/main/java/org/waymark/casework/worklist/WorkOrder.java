package org.waymark.casework.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.worklist.Postings.Range;
import org.waymark.screening.pathway.Urgency;
import org.waymark.trail.Pseudonyms;

/** Where something stands in the work list: by urgency, then by when it is due. */
final class WorkOrder {

    /** A place: urgency, moment, id. */
    static final Pattern PLACE = Pattern.compile("[0-9]:[0-9]{13}:[a-z0-9-]{1,80}");

    /** After every urgency: nothing is to be done, and still somebody has to say so. */
    private static final int NOT_URGENT = Urgency.values().length;

    private static final String NEVER = "9999999999999";

    private final Pseudonyms pseudonyms;

    WorkOrder(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The lists in which a line is, with its place: the one of what waits for the same, and that of all. */
    List<String> keys(Listed listed) {
        WorkStatus waits = listed.waitsFor();
        if (waits == null) {
            return List.of();
        }
        String place = place(listed);
        List<String> keys = new ArrayList<>();
        keys.add(Postings.key(list(listed.line().area(), waits), place));
        if (waits != WorkStatus.REVIEW_DUE) {
            keys.add(Postings.key(list(listed.line().area(), null), place));
        }
        return keys;
    }

    String list(String area, @Nullable WorkStatus status) {
        return pseudonyms.list("work", area, status == null ? "any" : status.code());
    }

    private static String place(Listed listed) {
        Urgency urgency = listed.isReview() ? null : listed.line().urgency();
        int rank = urgency == null ? NOT_URGENT : urgency.ordinal();
        return rank + ":" + moment(listed.due()) + ":" + listed.id();
    }

    /** Texts in whose order the moments are. */
    private static String moment(@Nullable Instant due) {
        return due == null ? NEVER : String.format(Locale.ROOT, "%013d", Math.max(0, due.toEpochMilli()));
    }

    /**
     * The parts of a list that are wanted.
     *
     * @param overdue those of what was due before now, those of the rest, or null for the whole
     */
    static List<Range> ranges(@Nullable Boolean overdue, Instant now) {
        if (overdue == null) {
            return List.of(Range.WHOLE);
        }
        return IntStream.rangeClosed(0, NOT_URGENT)
                .mapToObj(rank -> overdue
                        ? new Range(rank + ":", rank + ":" + moment(now))
                        : new Range(rank + ":" + moment(now), (rank + 1) + ":"))
                .toList();
    }
}
