package org.waymark.cli.load;

import java.io.Closeable;
import java.io.IOException;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.stream.LineSource;

/** A file that is loaded: its lines, and what of it is kept until each has its answer. */
interface Input extends LineSource, Closeable {

    /** The line is recorded: nothing of it is kept any more. */
    void recorded(long number);

    /** The line is rejected: it goes to the report, so that it can be mended and loaded again. */
    void rejected(long number, Problem why) throws IOException;

    /** The report on what is rejected. */
    Report report();
}
