package org.waymark.casework.nightly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.casework.nightly.ReplayReport.Differing;
import org.waymark.casework.replay.Difference;
import org.waymark.casework.replay.Replayed;
import org.waymark.casework.replay.Replayed.Different;
import org.waymark.casework.replay.Replayed.Impossible;
import org.waymark.trail.Entry;

/** Counts what comes of one run. Belongs to one thread. */
final class ReplayTally {

    private static final int MOST_POINTERS = 5;

    private final Set<String> seen = new HashSet<>();
    private final List<Differing> different = new ArrayList<>();
    private final SortedMap<String, Integer> impossible = new TreeMap<>();
    private int same;

    /** Whether this decision was not yet made again in this run. */
    boolean isNew(Entry entry) {
        return seen.add(entry.id());
    }

    void add(Entry entry, Replayed replayed) {
        if (replayed instanceof Different one) {
            different.add(new Differing(String.valueOf(entry.decisionId()), pointers(one)));
        } else if (replayed instanceof Impossible one) {
            impossible.merge(one.code().code(), 1, Integer::sum);
        } else {
            same++;
        }
    }

    /** The first places where it differs: enough to see where to look. */
    static List<String> pointers(Different different) {
        return different.where().shown().stream()
                .map(Difference::pointer)
                .limit(MOST_POINTERS)
                .toList();
    }

    ReplayReport report(Instant startedAt, Instant finishedAt, long logSize, int sample) {
        return new ReplayReport(startedAt, finishedAt, logSize, sample, seen.size(), same, different, impossible);
    }
}
