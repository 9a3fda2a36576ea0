package org.waymark.cli.load.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.cli.UsersFault;
import org.waymark.ruleset.RuleFault;

/** The first row of a table. Of a report on rejected rows the last two columns are ours, and no part of the table. */
final class Header {

    static final String LINE = "line";
    static final String REASON = "reason";

    /** Stands in a report where a row had no cell. */
    static final String MISSING = "(missing)";

    private static final int OURS = 2;

    private final List<String> names;
    private final boolean report;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private Header(List<String> names, boolean report) {
        this.names = names;
        this.report = report;
        for (int place = 0; place < names.size(); place++) {
            places.putIfAbsent(names.get(place), place);
        }
    }

    /**
     * The header that this row is.
     *
     * @throws UsersFault where the mapping names a column that is not there, or one that is there twice
     */
    static Header of(List<String> row, Mapping mapping, String file) {
        List<String> all = row.stream().map(String::strip).toList();
        int last = all.size() - 1;
        boolean report =
                last > 1 && all.get(last).equals(REASON) && all.get(last - 1).equals(LINE);
        List<String> own = report
                ? all.subList(0, last - 1).stream().map(Formulas::restored).toList()
                : all;
        Header header = new Header(own, report);
        header.check(mapping, file);
        return header;
    }

    private void check(Mapping mapping, String file) {
        List<String> faults = new ArrayList<>();
        mapping.columns().forEach((place, column) -> {
            if (!places.containsKey(column)) {
                faults.add(new RuleFault(
                                place,
                                "there is no column " + Quoted.of(column) + " in " + file + Nearest.hint(column, names),
                                "its columns: " + String.join(", ", names))
                        .toString());
            } else if (names.indexOf(column) != names.lastIndexOf(column)) {
                faults.add(new RuleFault(
                                place, "the column " + Quoted.of(column) + " is in " + file + " twice", "rename one")
                        .toString());
            }
        });
        if (!faults.isEmpty()) {
            throw new UsersFault(String.join("\n", faults));
        }
    }

    List<String> names() {
        return names;
    }

    /** Whether the table is what an earlier load has rejected. */
    boolean report() {
        return report;
    }

    /** The cells that are the table's own, as they were before they were reported. */
    List<String> own(List<String> row) {
        if (!report) {
            return row;
        }
        int expected = names.size() + OURS;
        int own = row.size() > expected ? row.size() - OURS : Math.min(names.size(), row.size());
        return row.subList(0, own).stream().map(Formulas::restored).toList();
    }

    /** Whether a row has as many cells as it should. */
    boolean fits(List<String> own) {
        return own.size() == names.size();
    }

    /** The cell of a column, without blanks around it; empty where there is none. */
    String cell(TableRow row, String column) {
        return Optional.ofNullable(places.get(column))
                .filter(place -> place < row.cells().size())
                .map(place -> row.cells().get(place).strip())
                .orElse("");
    }
}
