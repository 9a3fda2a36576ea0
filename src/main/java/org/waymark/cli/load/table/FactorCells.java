package org.waymark.cli.load.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Json;
import org.waymark.assessment.Nearest;
import org.waymark.cli.load.table.Mapping.FactorColumn;
import org.waymark.cli.load.table.Mapping.Finding;
import org.waymark.cli.load.table.Mapping.Holds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the cells about factors. An empty cell says that nothing was asked; one that is not understood is a fault, never a no. */
final class FactorCells {

    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final Header header;
    private final Dates dates;
    private final Catalogue catalogue;
    private final Complaints complaints;

    FactorCells(Header header, Dates dates, Catalogue catalogue, Complaints complaints) {
        this.header = header;
        this.dates = dates;
        this.catalogue = catalogue;
        this.complaints = complaints;
    }

    void read(TableRow row, FactorColumn column, Observations observations) {
        String cell = content(row, column);
        if (cell.isEmpty() || column.ignore().contains(cell)) {
            return;
        }
        if (column.holds() instanceof Holds.Day day) {
            day(row, column.column(), cell)
                    .ifPresent(on -> observations.add(catalogue.require(day.factor()), Answer.YES, on, column));
        } else if (column.holds() instanceof Holds.Figure figure) {
            figure(row, column, cell)
                    .ifPresent(value ->
                            observations.add(catalogue.require(figure.factor()), value, on(row, column), column));
        } else if (column.holds() instanceof Holds.CodeList list) {
            LocalDate on = on(row, column);
            for (Finding finding : findings(row, column, list, cell)) {
                observations.add(catalogue.require(finding.factor()), finding.answer(), on, column);
            }
        }
    }

    private String content(TableRow row, FactorColumn column) {
        String cell = header.cell(row, column.column());
        String key = column.key();
        if (cell.isEmpty() || key == null) {
            return cell;
        }
        try {
            JsonNode json = Json.read(cell);
            if (json.isObject()) {
                return json.path(key).asString("").strip();
            }
        } catch (JacksonException noJson) {
            // Told below, as what is JSON and no object.
        }
        complaints.cell(row, column.column(), cell, "is no JSON object");
        return "";
    }

    private List<Finding> findings(TableRow row, FactorColumn column, Holds.CodeList list, String cell) {
        List<Finding> findings = new ArrayList<>();
        List<String> codes = list.separator().isEmpty()
                ? List.of(cell)
                : Arrays.stream(cell.split(Pattern.quote(list.separator())))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
        for (String code : codes) {
            List<Finding> meant = list.codes().get(code);
            if (meant != null) {
                findings.addAll(meant);
            } else if (!column.ignore().contains(code)) {
                complaints.cell(
                        row,
                        column.column(),
                        code,
                        "means nothing to the mapping"
                                + Nearest.hint(code, list.codes().keySet()));
            }
        }
        return findings;
    }

    private @Nullable LocalDate on(TableRow row, FactorColumn column) {
        String on = column.on();
        String cell = on == null ? "" : header.cell(row, on);
        return on == null || cell.isEmpty() ? null : day(row, on, cell).orElse(null);
    }

    private Optional<LocalDate> day(TableRow row, String column, String cell) {
        try {
            return Optional.of(dates.day(cell));
        } catch (Dates.Unreadable unreadable) {
            complaints.cell(row, column, cell, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> figure(TableRow row, FactorColumn column, String cell) {
        if (FIGURE.matcher(cell).matches()) {
            return Optional.of(new BigDecimal(cell));
        }
        complaints.cell(row, column.column(), cell, "is no figure");
        return Optional.empty();
    }
}
