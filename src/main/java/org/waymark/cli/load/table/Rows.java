package org.waymark.cli.load.table;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table, one after the other. */
final class Rows implements Closeable {

    /** No row of a table that somebody keeps is as long; one quote too many makes the rest of a file one row. */
    private static final long MOST_CHARACTERS = 4L * 1024 * 1024;

    private final Bounded text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long lastLine;

    /** Signs that are none in the encoding become U+FFFD, for which a row is rejected. */
    Rows(InputStream in, Mapping mapping) throws IOException {
        text = new Bounded(new BufferedReader(new InputStreamReader(
                in,
                mapping.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE))));
        parser = CSVParser.builder()
                .setReader(text)
                .setFormat(format(mapping.separator()))
                .get();
        records = parser.iterator();
    }

    static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** @throws IOException where the rest of the file is no table; the message says so */
    Optional<TableRow> next() throws IOException {
        text.startRow();
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CSVRecord record = records.next();
            List<String> cells = record.stream().toList();
            long within = cells.stream()
                    .mapToLong(cell -> cell.chars().filter(sign -> sign == '\n').count())
                    .sum();
            // The last row of a file need not end its line.
            lastLine = Math.max(lastLine + 1, parser.getCurrentLineNumber() - within);
            TableRow row = new TableRow(lastLine, cells);
            lastLine += within;
            return Optional.of(row);
        } catch (UncheckedIOException broken) {
            throw new IOException(
                    "the table cannot be read behind line " + lastLine + " (" + reason(broken)
                            + "): look for a quotation mark that is opened there and not closed",
                    broken);
        }
    }

    private static String reason(UncheckedIOException broken) {
        Throwable cause = broken.getCause();
        return String.valueOf(cause == null ? broken.getMessage() : cause.getMessage());
    }

    long lastLine() {
        return lastLine;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Ends the reading of a row that has no end. */
    private static final class Bounded extends FilterReader {

        private long left = MOST_CHARACTERS;
        private boolean begun;

        Bounded(Reader in) {
            super(in);
        }

        void startRow() {
            left = MOST_CHARACTERS;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] signs, int from, int most) throws IOException {
            if (left <= 0) {
                throw new IOException("a row has more than " + MOST_CHARACTERS + " characters");
            }
            int read = super.read(signs, from, most);
            left -= Math.max(0, read);
            if (!begun && read > 0) {
                begun = true;
                if (signs[from] == '\uFEFF') {
                    // A spreadsheet puts it in front of UTF-8; it is no part of the first column's name.
                    System.arraycopy(signs, from + 1, signs, from, read - 1);
                    return read == 1 ? read(signs, from, most) : read - 1;
                }
            }
            return read;
        }
    }
}
