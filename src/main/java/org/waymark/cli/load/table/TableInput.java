package org.waymark.cli.load.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Fault;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Line;
import org.waymark.cli.UsersFault;

/** A table, read to assessments: each row one, or those that belong together. */
public final class TableInput implements AutoCloseable {

    /** So many rows may be one assessment, which holds 500 observations at most. */
    private static final int MOST_ROWS = 2_000;

    private final Mapping mapping;
    private final Rows rows;
    private final Header header;
    private final RowReader reader;
    private final CSVFormat format;
    private final Map<Long, List<TableRow>> underWay = new ConcurrentHashMap<>();
    private @Nullable TableRow ahead;
    private String tooMany = "";

    /**
     * Opens it.
     *
     * @param file what it is called in messages
     * @throws UsersFault where its columns are not those of the mapping
     */
    public TableInput(InputStream in, String file, Mapping mapping, Catalogue catalogue) throws IOException {
        this.mapping = mapping;
        this.rows = new Rows(in, mapping);
        TableRow first = rows.next().orElseThrow(() -> new UsersFault(file + ": has no row with the names of columns"));
        this.header = Header.of(first.cells(), mapping, file);
        this.reader = new RowReader(mapping, header, catalogue);
        this.format = Rows.format(mapping.separator());
    }

    /** The next assessment. */
    public Optional<Line> next() throws IOException {
        List<TableRow> together = together();
        if (together.isEmpty()) {
            return Optional.empty();
        }
        Line line = key(together.get(0)).equals(tooMany) && !tooMany.isEmpty()
                ? RowReader.refused(together, tooManyRows())
                : reader.read(together);
        underWay.put(line.number(), together);
        return Optional.of(line);
    }

    private List<TableRow> together() throws IOException {
        List<TableRow> together = new ArrayList<>();
        TableRow row = taken();
        while (row != null && (together.isEmpty() || belongs(row, together.get(0)))) {
            together.add(row);
            if (together.size() == MOST_ROWS) {
                tooMany = key(row);
                return together;
            }
            row = mapping.groupBy() == null ? null : taken();
        }
        ahead = row;
        return together;
    }

    private @Nullable TableRow taken() throws IOException {
        TableRow first = ahead;
        ahead = null;
        return first == null
                ? rows.next()
                        .map(row -> new TableRow(row.line(), header.own(row.cells())))
                        .orElse(null)
                : first;
    }

    private boolean belongs(TableRow row, TableRow first) {
        String key = key(row);
        return !key.isEmpty() && key.equals(key(first));
    }

    private String key(TableRow row) {
        return mapping.groupBy() == null ? "" : header.cell(row, mapping.groupBy());
    }

    private static Problem tooManyRows() {
        return Problem.of(
                ProblemKind.INVALID,
                "nothing is recorded of them",
                List.of(new Fault(
                        "", MOST_ROWS + " rows and more are one assessment, and it has 500 observations at most")));
    }

    /** Where the next assessment begins, or the file ends. */
    public long nextNumber() {
        TableRow next = ahead;
        return next == null ? rows.lastLine() + 1 : next.line();
    }

    /** Nothing of the line is kept any more. */
    public void forget(long number) {
        underWay.remove(number);
    }

    /** The first row of the report on what is rejected. */
    public String reportHead() {
        List<String> names =
                header.names().stream().map(Formulas::defused).collect(Collectors.toCollection(ArrayList::new));
        names.add(Header.LINE);
        names.add(Header.REASON);
        return format.format(names.toArray()) + "\r\n";
    }

    /** The rows of the report that say what was rejected, and why. */
    public String rejected(long number, Problem why) {
        List<TableRow> together = underWay.remove(number);
        if (together == null) {
            throw new IllegalStateException("no row " + number + " is under way");
        }
        String reason = why.errors().isEmpty()
                ? why.kind().title() + ": " + why.detail()
                : why.errors().stream().map(Fault::toString).collect(Collectors.joining(" | "));
        StringBuilder text = new StringBuilder();
        for (TableRow row : together) {
            List<String> cells =
                    row.cells().stream().map(Formulas::defused).collect(Collectors.toCollection(ArrayList::new));
            // Ours stand under their names; what is missing is said, lest it be read back as empty.
            while (cells.size() < header.names().size()) {
                cells.add(Header.MISSING);
            }
            cells.add(String.valueOf(row.line()));
            cells.add(Formulas.defused(reason));
            text.append(format.format(cells.toArray())).append("\r\n");
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
