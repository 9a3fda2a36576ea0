package org.waymark.ruleset.lint;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.Faults;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.Spelling;
import org.waymark.ruleset.Texts;
import org.waymark.screening.rule.Place;

/** The warnings that somebody accepted, each with a reason, in the rule set itself: so that they are approved with it. */
final class Acceptances {

    private static final List<String> COLUMNS = List.of("finding", "rule", "reason");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** One row. */
    private record Row(FindingKind kind, String about, String reason, Place place) {

        boolean isFor(Finding finding) {
            return finding.kind() == kind && finding.key().equals(about);
        }

        boolean accepts(Finding finding) {
            return isFor(finding) && finding.severity() == Severity.WARNING;
        }
    }

    private final Faults faults = new Faults();
    private final List<Row> rows = new ArrayList<>();

    private Acceptances() {}

    /**
     * Reads them.
     *
     * @throws RuleSetRejected with every fault of the file, where there is one
     */
    static Acceptances of(RuleFiles files) throws RuleSetRejected {
        Acceptances acceptances = new Acceptances();
        Optional.ofNullable(files.all().get(RuleFiles.ACCEPTED))
                .flatMap(content -> Texts.read(RuleFiles.ACCEPTED, content, acceptances.faults))
                .ifPresent(acceptances::read);
        if (acceptances.faults.any()) {
            throw new RuleSetRejected(acceptances.faults.found());
        }
        return acceptances;
    }

    private static Place at(long line) {
        return new Place(RuleFiles.ACCEPTED, (int) line, 1);
    }

    private void read(String csv) {
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                faults.add(
                        at(1),
                        "the first row is `" + String.join(",", parser.getHeaderNames()) + "`",
                        "it must be `" + String.join(",", COLUMNS) + "`");
                return;
            }
            for (CSVRecord record : parser) {
                read(record, at(parser.getCurrentLineNumber()));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
            faults.add(at(1), "the file is not a table: " + notCsv.getMessage(), "");
        }
    }

    private void read(CSVRecord record, Place place) {
        if (!record.isConsistent()) {
            faults.add(
                    place,
                    "the row has " + record.size() + " cells where the header has " + COLUMNS.size(),
                    "put a cell with a comma in quotation marks");
            return;
        }
        Optional<FindingKind> kind = Coded.of(FindingKind.class, record.get("finding"));
        if (kind.isEmpty()) {
            faults.add(
                    place,
                    "unknown finding `" + record.get("finding") + "`",
                    Spelling.fix(
                            record.get("finding"),
                            Stream.of(FindingKind.values()).map(Coded::code).toList()));
        } else if (record.get("reason").isEmpty()) {
            faults.add(place, "`" + record.get("rule") + "` is accepted without a reason", "fill `reason`");
        } else {
            rows.add(new Row(kind.get(), record.get("rule"), record.get("reason"), place));
        }
    }

    /** The findings, each that a row accepts with the reason, and one more for each row that accepts none. */
    List<Finding> applied(List<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(rows.stream()
                    .filter(row -> row.accepts(finding))
                    .findFirst()
                    .map(row -> finding.accepted(row.reason()))
                    .orElse(finding));
        }
        rows.stream()
                .filter(row -> findings.stream().noneMatch(row::accepts))
                .map(row -> unused(row, findings))
                .forEach(all::add);
        return all;
    }

    private static Finding unused(Row row, List<Finding> findings) {
        boolean told = findings.stream().anyMatch(row::isFor);
        return Finding.of(
                FindingKind.ACCEPTANCE_UNUSED,
                Severity.WARNING,
                List.of(row.about()),
                row.place(),
                told
                        ? "`" + row.kind().code() + "` of `" + row.about()
                                + "` is no warning, and only a warning can be accepted"
                        : "there is no `" + row.kind().code() + "` of `" + row.about() + "` to accept",
                "take the row out, or name the finding as the check does");
    }
}
