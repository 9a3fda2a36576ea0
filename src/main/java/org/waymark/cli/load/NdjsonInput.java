package org.waymark.cli.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.NdjsonLines;

/** A file with one assessment a line, or with what an earlier load has rejected of one, mended. */
final class NdjsonInput implements Input {

    /** A line of a report holds an assessment and what is wrong with it, each sign written in up to six. */
    private static final int MOST_BYTES = 8 * NdjsonLines.MOST_BYTES;

    private final InputStream in;
    private final NdjsonLines lines;
    private final Report report;
    private final Map<Long, byte[]> underWay = new ConcurrentHashMap<>();

    NdjsonInput(InputStream in, Report report) {
        this.in = in;
        this.lines = new NdjsonLines(in, MOST_BYTES);
        this.report = report;
    }

    @Override
    public Optional<Line> next() throws IOException {
        return lines.next().map(this::unwrapped);
    }

    private Line unwrapped(Line line) {
        byte[] body = RejectedLine.unwrapped(line.body());
        underWay.put(line.number(), body);
        if (line.refused().isPresent()) {
            return line;
        }
        return body.length > NdjsonLines.MOST_BYTES
                ? Line.refused(line.number(), NdjsonLines.tooLong())
                : Line.of(line.number(), body);
    }

    @Override
    public long nextNumber() {
        return lines.nextNumber();
    }

    @Override
    public void recorded(long number) {
        underWay.remove(number);
    }

    @Override
    public void rejected(long number, Problem why) throws IOException {
        byte[] line = underWay.remove(number);
        if (line == null) {
            throw new IllegalStateException("no line " + number + " is under way");
        }
        report.append(RejectedLine.written(number, why, line) + "\n");
    }

    @Override
    public Report report() {
        return report;
    }

    @Override
    public void close() throws IOException {
        report.close();
        in.close();
    }
}
