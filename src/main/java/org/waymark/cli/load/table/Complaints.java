package org.waymark.cli.load.table;

import java.util.ArrayList;
import java.util.List;
import org.waymark.assessment.Fault;
import org.waymark.assessment.Quoted;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** What is wrong with the rows of one assessment. */
final class Complaints {

    private final List<Fault> faults = new ArrayList<>();

    /** A cell that is not understood. */
    void cell(TableRow row, String column, String cell, String what) {
        add("line " + row.line() + ", column " + Quoted.of(column) + ": " + Quoted.of(cell) + " " + what);
    }

    void add(String message) {
        faults.add(new Fault("", message));
    }

    boolean any() {
        return !faults.isEmpty();
    }

    Problem problem() {
        return Problem.of(
                ProblemKind.INVALID, "nothing is recorded of it; mend the row in the report, and load that", faults);
    }
}
