package org.waymark.casework.stream;

import java.io.IOException;
import java.util.Optional;

/** Where lines come from. */
public interface LineSource {

    /**
     * The next line, or nothing after the last.
     *
     * @throws IOException where what comes breaks off; the message says what is wrong with it, for whoever sends it
     */
    Optional<Line> next() throws IOException;

    /** The number of the line that would come next: there to go on, where this breaks off. */
    long nextNumber();
}
