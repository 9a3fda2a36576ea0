package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, up to a number: of a file that is wrong throughout nobody reads more. */
final class Faults {

    private final int most;
    private final List<LineFault> found = new ArrayList<>();

    Faults(int most) {
        this.most = most;
    }

    void add(long line, @Nullable String entry, @Nullable String field, String message) {
        if (!full()) {
            found.add(new LineFault(line, entry, field, message));
        }
    }

    void add(long line, @Nullable String field, String message) {
        add(line, null, field, message);
    }

    /** Whether there are as many as anybody reads. */
    boolean full() {
        return found.size() >= most;
    }

    /** In the order of the lines; what is about the file as a whole comes last. */
    List<LineFault> all() {
        return found.stream()
                .sorted(Comparator.comparingLong(
                        (LineFault fault) -> fault.line() == 0 ? Long.MAX_VALUE : fault.line()))
                .toList();
    }
}
