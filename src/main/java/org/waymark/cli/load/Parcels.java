package org.waymark.cli.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.LineSource;

/** Lines by so many at a time. */
final class Parcels {

    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 512 * 1024;

    private final LineSource source;
    private int most = MOST_LINES;
    private @Nullable Line left;
    private @Nullable Ending ending;

    Parcels(LineSource source) {
        this.source = source;
    }

    /** How many lines are sent in one go. */
    int most() {
        return most;
    }

    /** A parcel did not go through: those after it are smaller. */
    void smaller() {
        most = Math.max(1, most / 2);
    }

    /** The first lines from there on. */
    static List<Line> cut(List<Line> parcel, int from, int most) {
        int to = from;
        while (to < parcel.size()
                && to - from < most
                && parcel.get(to).refused().isEmpty()) {
            to++;
        }
        return parcel.subList(from, to);
    }

    /** The next lines, at least one; none where there are no more, and then there is an ending. */
    List<Line> next() {
        List<Line> parcel = new ArrayList<>();
        int bytes = 0;
        for (Line line = taken(); line != null; line = taken()) {
            bytes += line.body().length;
            if (!parcel.isEmpty() && bytes > MOST_BYTES) {
                left = line;
                return parcel;
            }
            parcel.add(line);
            if (parcel.size() == MOST_LINES) {
                return parcel;
            }
        }
        return parcel;
    }

    private @Nullable Line taken() {
        Line first = left;
        left = null;
        if (first != null || ending != null) {
            return first;
        }
        try {
            Optional<Line> line = source.next();
            if (line.isEmpty()) {
                ending = new Ending(source.nextNumber(), Optional.empty());
            }
            return line.orElse(null);
        } catch (IOException brokenOff) {
            ending = new Ending(
                    source.nextNumber(),
                    Optional.of(Problem.of(ProblemKind.BAD_REQUEST, String.valueOf(brokenOff.getMessage()))));
            return null;
        }
    }

    /** How the lines ended. */
    Ending ending() {
        Ending found = ending;
        if (found == null) {
            throw new IllegalStateException("there are lines left");
        }
        return found;
    }
}
