package org.waymark.ruleset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.screening.rule.Place;

/**
 * Keeps cells out of the tables of a rule set that a spreadsheet would run. One person writes a table here, another
 * takes it out and opens it, and must not run what the first one thought of.
 */
final class Formulas {

    private static final String TABLE = ".csv";

    /** A figure below nought is no formula. */
    private static final Pattern FORMULA = Pattern.compile("[=@\\t\\r]|[+-](?![0-9.]*\\z)");

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private Formulas() {}

    /** Every one is a fault. A table that is no CSV is told by whoever reads it. */
    static void check(RuleFiles files, Faults faults) {
        files.all().forEach((name, content) -> {
            if (name.endsWith(TABLE)) {
                check(name, new String(content, StandardCharsets.UTF_8), faults);
            }
        });
    }

    private static void check(String name, String csv, Faults faults) {
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            for (CSVRecord row : parser) {
                for (int column = 0; column < row.size(); column++) {
                    if (FORMULA.matcher(row.get(column)).lookingAt()) {
                        faults.add(
                                new Place(name, (int) row.getRecordNumber(), column + 1),
                                "the cell is a formula to a spreadsheet",
                                "begin it with something else than `=`, `+`, `-` or `@`");
                    }
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            // Its reader says so.
        }
    }
}
