package org.waymark.cli.load;

import java.io.IOException;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;

/** Where assessments are recorded. */
interface Destination extends AutoCloseable {

    /** What it is called where somebody is to know it again. */
    String name();

    /**
     * Takes the lines and gives their answers, in order.
     *
     * @throws IOException where the answers cannot be kept; what was recorded stands
     */
    Ending send(LineSource source, LineSink sink) throws IOException, InterruptedException;

    @Override
    void close();
}
