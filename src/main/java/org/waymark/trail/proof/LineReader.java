package org.waymark.trail.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The lines of a file, one at a time, however long it is. A compressed file is unpacked as it is read. */
final class LineReader {

    /** The longest line, in bytes: an entry of the most content there may be, four times over. */
    static final int LONGEST = 16 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    LineReader(InputStream file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
        raw.mark(2);
        boolean compressed = raw.read() == GZIP_1 && raw.read() == GZIP_2;
        raw.reset();
        this.in = compressed ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** What was read: a line without its newline, or why there is none. */
    sealed interface Read {}

    record Line(byte[] bytes) implements Read {}

    /** The file is at its end. */
    record Nothing() implements Read {}

    /** The file is at its end in the middle of a line. */
    record Half() implements Read {}

    /** The line is longer than any that an export has. */
    record TooLong() implements Read {}

    Read next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (position < filled || fill()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + end - position > LONGEST) {
                return new TooLong();
            }
            line.write(buffer, position, end - position);
            position = end + 1;
            if (end < filled) {
                return new Line(line.toByteArray());
            }
        }
        return line.size() == 0 ? new Nothing() : new Half();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = in.read(buffer);
        return filled > 0;
    }
}
