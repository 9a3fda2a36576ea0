package org.waymark.ruleset.diff;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.rule.Place;

/** Where each factor stands in {@code factors.csv}, which was read before and has no fault. */
public final class FactorLines {

    private static final String FILE = "factors.csv";

    private static final String ID = "factor";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Map<String, Integer> lines = new TreeMap<>();

    public FactorLines(RuleFiles files) {
        byte[] content = files.all().get(FILE);
        if (content != null) {
            read(new String(content, StandardCharsets.UTF_8));
        }
    }

    private void read(String csv) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            // A cell may go over several lines: a row stands where the one before it ended.
            long line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (record.isSet(ID)) {
                    lines.putIfAbsent(record.get(ID), (int) line);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
            throw new IllegalArgumentException("`" + FILE + "` is of a rule set that was not checked", notCsv);
        }
    }

    /** Where a factor stands; the first line of the file for one that does not. */
    public Place of(String id) {
        return new Place(FILE, lines.getOrDefault(id, 1), 1);
    }
}
