package org.waymark.trail.proof;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.proof.CanonicalJson.NotAsWritten;
import org.waymark.trail.proof.ExportLine.End;
import org.waymark.trail.proof.ExportLine.Header;
import org.waymark.trail.proof.LineParser.Parsed;
import org.waymark.trail.proof.LineReader.Half;
import org.waymark.trail.proof.LineReader.Line;
import org.waymark.trail.proof.LineReader.Read;
import org.waymark.trail.proof.LineReader.TooLong;

/** Reads a file from its first line to its last: that there is a first and a last one, and each is a line of an export. */
final class FileCheck implements AutoCloseable {

    private final Anchor anchor;
    private final RuleSetHash hash;
    private final Faults faults;
    private final MessageDigest digest = sha256();
    private long line;
    private @Nullable ContentCheck content;
    private @Nullable End end;

    FileCheck(Anchor anchor, RuleSetHash hash, Faults faults) {
        this.anchor = anchor;
        this.hash = hash;
        this.faults = faults;
    }

    Report read(InputStream file) throws IOException {
        boolean whole;
        try {
            whole = lines(new LineReader(file));
        } catch (EOFException | ZipException e) {
            whole = false;
            faults.add(line + 1, null, "the compressed file is damaged or cut short here");
        }
        if (content == null) {
            return ReportWriter.noExport(line, faults);
        }
        if (whole && end == null) {
            faults.add(line + 1, null, "the file ends here without its last line: it was cut short");
        }
        content.end(line, end);
        return new ReportWriter(content, anchor, faults).report(line);
    }

    /** Whether the file was read to its end. */
    private boolean lines(LineReader reader) throws IOException {
        Read next = reader.next();
        if (next instanceof LineReader.Nothing) {
            faults.add(0, null, "is empty");
            return false;
        }
        while (next instanceof Line one) {
            line++;
            if (end != null) {
                faults.add(line, null, "stands behind the last line");
                return false;
            }
            line(one.bytes());
            if (content == null || faults.full()) {
                return false;
            }
            next = reader.next();
        }
        if (next instanceof TooLong) {
            faults.add(
                    line + 1,
                    null,
                    "is longer than the " + LineReader.LONGEST
                            + " bytes that any line of an export has: what stands behind it was not read");
        }
        if (next instanceof Half) {
            faults.add(line + 1, null, "the file ends here in the middle of a line: it was cut short");
        }
        return next instanceof LineReader.Nothing;
    }

    private void line(byte[] bytes) throws IOException {
        Optional<ExportLine> read = parsed(bytes);
        if (line == 1) {
            start(read);
        }
        if (read.isPresent() && read.get() instanceof End last) {
            end(last);
            return;
        }
        digest.update(bytes);
        digest.update((byte) '\n');
        if (read.isPresent() && content != null) {
            content.line(line, read.get());
        }
    }

    private Optional<ExportLine> parsed(byte[] bytes) {
        try {
            Parsed parsed = LineParser.parse(bytes);
            parsed.faults().forEach(fault -> faults.add(line, parsed.entry(), fault.field(), fault.message()));
            return parsed.line();
        } catch (NotAsWritten e) {
            faults.add(line, null, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void start(Optional<ExportLine> first) {
        if (first.isPresent() && first.get() instanceof Header header) {
            content = new ContentCheck(header, anchor, hash, faults);
        } else {
            faults.add(1, null, "is not the first line of an export of a trail, so nothing behind it was read");
        }
    }

    private void end(End last) {
        end = last;
        if (last.lines() != line - 1) {
            faults.add(
                    line,
                    "lines",
                    "`" + last.lines() + "` is not the number of lines before it, which is " + (line - 1)
                            + ": lines are missing or too many");
        }
        String is = HexFormat.of().formatHex(digest.digest());
        if (!last.sha256().equals(is)) {
            faults.add(line, "sha256", "the lines before it have another hash, `" + is + "`: some were changed");
        }
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
