package org.waymark.ruleset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.screening.rule.Place;

/** Reads the bank holidays of a rule set: they are part of it, so that a deadline is the same in every replay. */
final class HolidayReader {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final List<String> COLUMNS = List.of("date", "name");

    private final String file;
    private final Faults faults;

    HolidayReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    Set<LocalDate> read(String csv) {
        Set<LocalDate> days = new HashSet<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                faults.add(
                        new Place(file, 1, 1),
                        "the first row is `" + String.join(",", parser.getHeaderNames()) + "`",
                        "it must be `date,name`");
                return days;
            }
            for (CSVRecord row : parser) {
                add(row, days);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
            faults.add(
                    new Place(file, 1, 1),
                    "the file is not a table of dates and names: " + notCsv.getMessage(),
                    "save it as CSV with the columns date and name");
        }
        return days;
    }

    private void add(CSVRecord row, Set<LocalDate> days) {
        String date = row.isMapped("date") && row.isSet("date") ? row.get("date") : "";
        try {
            if (!days.add(LocalDate.parse(date))) {
                fault(row, "the day `" + date + "` stands twice");
            }
        } catch (DateTimeException notADay) {
            fault(row, "`" + date + "` is not a day such as `2026-12-25`");
        }
    }

    private void fault(CSVRecord row, String message) {
        faults.add(
                new Place(file, (int) row.getRecordNumber() + 1, 1),
                message,
                "write a row such as `2026-12-25,Christmas Day`, each day once");
    }
}
