package org.waymark.cli.load.table;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Json;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.NdjsonLines;
import org.waymark.cli.load.table.Mapping.Field;
import org.waymark.cli.load.table.Mapping.Source;

/** Makes one assessment of a row, or of several that belong together. */
final class RowReader {

    /** What stands where a sign was none in the encoding. */
    private static final char NO_SIGN = '\uFFFD';

    private final Mapping mapping;
    private final Header header;
    private final Catalogue catalogue;

    RowReader(Mapping mapping, Header header, Catalogue catalogue) {
        this.mapping = mapping;
        this.header = header;
        this.catalogue = catalogue;
    }

    /** The line to submit, or the reason why there is none; at the line of the first row. */
    Line read(List<TableRow> rows) {
        Complaints complaints = new Complaints();
        rows.forEach(row -> checkShape(row, complaints));
        if (complaints.any()) {
            return refused(rows, complaints.problem());
        }
        Map<String, Object> assessment = new LinkedHashMap<>();
        Map<String, Object> youngPerson = new LinkedHashMap<>();
        mapping.fields()
                .forEach((field, source) -> value(field, source, rows, complaints)
                        .ifPresent(value ->
                                (field.within().isEmpty() ? assessment : youngPerson).put(field.code(), value)));
        assessment.put("youngPerson", youngPerson);
        Observations observations = new Observations();
        FactorCells cells = new FactorCells(header, mapping.dates(), catalogue, complaints);
        for (TableRow row : rows) {
            mapping.factors().forEach(column -> cells.read(row, column, observations));
        }
        assessment.put("observations", observations.all());
        if (complaints.any()) {
            return refused(rows, complaints.problem());
        }
        byte[] body = Json.write(assessment).getBytes(StandardCharsets.UTF_8);
        return body.length > NdjsonLines.MOST_BYTES
                ? refused(rows, NdjsonLines.tooLong())
                : Line.of(rows.get(0).line(), body);
    }

    static Line refused(List<TableRow> rows, Problem why) {
        return Line.refused(rows.get(0).line(), why);
    }

    private void checkShape(TableRow row, Complaints complaints) {
        if (!header.fits(row.cells())) {
            complaints.add("line " + row.line() + " has " + row.cells().size() + " cells, and the first row has "
                    + header.names().size() + ": look for a separator or a quotation mark too many or too few");
        }
        for (int cell = 0; cell < row.cells().size(); cell++) {
            if (row.cells().get(cell).equals(Header.MISSING)) {
                complaints.add(
                        "line " + row.line() + ", cell " + (cell + 1)
                                + ": is missing: move the cells of the row to where they belong, and leave this one empty or fill it");
            }
            if (row.cells().get(cell).indexOf(NO_SIGN) >= 0) {
                complaints.add("line " + row.line() + ", cell " + (cell + 1) + ": holds signs that are none in "
                        + mapping.encoding() + ": say with `encoding` in the mapping how the file is saved");
            }
        }
    }

    private Optional<Object> value(Field field, Source source, List<TableRow> rows, Complaints complaints) {
        TreeSet<Object> values = rows.stream()
                .flatMap(row -> value(field, source, row, complaints).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (values.size() < 2) {
            return values.stream().findFirst();
        } else if (field == Field.ASSESSED_AT) {
            return Optional.of(values.last());
        } else if (field == Field.RECEIVED_AT) {
            return Optional.of(values.first());
        }
        complaints.add(
                "the rows from line " + rows.get(0).line() + " on are one assessment, and say of `" + field.code()
                        + "` both " + Quoted.of(values.first().toString()) + " and "
                        + Quoted.of(values.last().toString()));
        return Optional.empty();
    }

    private Optional<Object> value(Field field, Source source, TableRow row, Complaints complaints) {
        if (source instanceof Source.Always always) {
            return typed(field, always.value(), "", row, complaints);
        } else if (source instanceof Source.Joined joined) {
            return typed(field, joined(field, joined, row, complaints), "", row, complaints);
        }
        Source.Column column = (Source.Column) source;
        String cell = header.cell(row, column.name());
        if (cell.isEmpty() || column.ignore().contains(cell)) {
            return Optional.empty();
        }
        if (column.codes().isEmpty()) {
            return typed(field, cell, column.name(), row, complaints);
        }
        String meaning = column.codes().get(cell);
        if (meaning == null) {
            complaints.cell(
                    row,
                    column.name(),
                    cell,
                    "means nothing to the mapping"
                            + Nearest.hint(cell, column.codes().keySet()));
            return Optional.empty();
        }
        return typed(field, meaning, column.name(), row, complaints);
    }

    private String joined(Field field, Source.Joined joined, TableRow row, Complaints complaints) {
        StringBuilder text = new StringBuilder();
        for (Source.Part part : joined.parts()) {
            String content = part.column() ? header.cell(row, part.text()) : part.text();
            if (content.isEmpty()) {
                complaints.add("line " + row.line() + ", column " + Quoted.of(part.text()) + ": is empty, and `"
                        + field.code() + "` is made of it");
            }
            text.append(content);
        }
        return text.toString();
    }

    private Optional<Object> typed(Field field, String text, String column, TableRow row, Complaints complaints) {
        try {
            return Optional.of(
                    switch (field.kind()) {
                        case TEXT -> text;
                        case DAY -> mapping.dates().day(text).toString();
                        case INSTANT -> mapping.dates().instant(text).toString();
                        case NUMBER -> new BigInteger(text);
                    });
        } catch (Dates.Unreadable unreadable) {
            complaints.cell(row, column, text, String.valueOf(unreadable.getMessage()));
        } catch (NumberFormatException noNumber) {
            complaints.cell(row, column, text, "is no whole number");
        }
        return Optional.empty();
    }
}
