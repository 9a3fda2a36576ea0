package org.waymark.casework.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/**
 * Lines of JSON as they come in. Blank ones are left out, but counted. Of one that is too long no more is kept than
 * shows that it is.
 */
public final class NdjsonLines implements LineSource {

    /** As long as a single assessment may be. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int most;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private int at;
    private long number;

    public NdjsonLines(InputStream in) {
        this(in, MOST_BYTES);
    }

    /** @param most how many bytes a line may have */
    public NdjsonLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (at < filled || fill()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            boolean whole = read(line);
            number++;
            byte[] body = withoutReturn(line.toByteArray());
            if (!whole || body.length > most) {
                return Optional.of(Line.refused(number, tooLong()));
            }
            if (!blank(body)) {
                return Optional.of(Line.of(number, body));
            }
        }
        return Optional.empty();
    }

    @Override
    public long nextNumber() {
        return number + 1;
    }

    /** Reads up to the end of the line; false where there is more of it than was kept. */
    private boolean read(ByteArrayOutputStream line) throws IOException {
        boolean whole = true;
        while (true) {
            int end = at;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            // One more, for the return in front of the end.
            whole = whole && line.size() + (end - at) <= most + 1;
            if (whole) {
                line.write(chunk, at, end - at);
            }
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended || !fill()) {
                return whole;
            }
        }
    }

    private static byte[] withoutReturn(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private static boolean blank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    /** What is said of a line that is longer than an assessment may be. */
    public static Problem tooLong() {
        return Problem.of(
                ProblemKind.TOO_LARGE,
                "a line has " + MOST_BYTES + " bytes at most; nothing is recorded of this one, send less");
    }
}
