package org.waymark.trail.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;

/** Checkpoints that whoever verifies has from elsewhere: the log must continue every one of them. */
final class KnownCheckpoints {

    private final Map<Long, Hash> open = new LinkedHashMap<>();
    private final Faults faults;
    private long newest;

    KnownCheckpoints(List<Checkpoint> given, Faults faults) {
        this.faults = faults;
        for (Checkpoint one : given) {
            Hash other = open.putIfAbsent(one.size(), one.root());
            if (other != null && !other.equals(one.root())) {
                faults.add(0, null, "two of the checkpoints that were given contradict each other: there are two logs");
            }
        }
    }

    /** The root of the log at a size. */
    void seen(long line, long size, Hash root) {
        newest = Math.max(newest, size);
        Hash known = open.remove(size);
        if (known != null && !known.equals(root)) {
            faults.add(
                    line,
                    null,
                    "the log of " + size + " entries in this file is not the one of the checkpoint that was given:"
                            + " there were two logs, or this one was made again");
        }
    }

    /**
     * All is read.
     *
     * @param shown the sizes that the file speaks of, where it does not show every one
     */
    void end(List<Long> shown) {
        open.keySet().stream().filter(size -> size > 0).forEach(size -> {
            if (size > newest) {
                faults.add(
                        0,
                        null,
                        "its newest checkpoint speaks of " + newest + " entries and the one that was given of " + size
                                + ": it was cut short, rolled back to an earlier state, or exported before");
            } else {
                faults.add(
                        0,
                        null,
                        "it does not show whether it continues the checkpoint of " + size
                                + " entries that was given, only those of " + shown
                                + ": ask for an export that continues it (`?continues=" + size + "`)");
            }
        });
    }
}
