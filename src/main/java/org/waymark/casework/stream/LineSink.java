package org.waymark.casework.stream;

import java.io.IOException;

/** Where answers go, in the order of the lines. */
public interface LineSink {

    /**
     * One more answer.
     *
     * @throws IOException where whoever asked is gone; then nobody is told any more
     */
    void answer(LineAnswer answer) throws IOException;

    /** For now there is none to come after that: what is held back goes out. */
    void flush() throws IOException;
}
