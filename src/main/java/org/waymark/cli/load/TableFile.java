package org.waymark.cli.load;

import java.io.IOException;
import java.util.Optional;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.stream.Line;
import org.waymark.cli.load.table.TableInput;

/** A table of a case system. */
final class TableFile implements Input {

    private final TableInput table;
    private final Report report;

    TableFile(TableInput table, Report report) {
        this.table = table;
        this.report = report;
    }

    @Override
    public Optional<Line> next() throws IOException {
        return table.next();
    }

    @Override
    public long nextNumber() {
        return table.nextNumber();
    }

    @Override
    public void recorded(long number) {
        table.forget(number);
    }

    @Override
    public void rejected(long number, Problem why) throws IOException {
        report.append(table.rejected(number, why));
    }

    @Override
    public Report report() {
        return report;
    }

    @Override
    public void close() throws IOException {
        report.close();
        table.close();
    }
}
