package org.waymark.trail.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Verifies an export from its bytes alone: no store, no network, no clock. Of a file of any size it holds one line at a
 * time; what must be compared across lines waits in temporary files, sorted.
 */
public final class Verification {

    /** Nobody reads more of them. */
    private static final int MOST_FAULTS = 1000;

    private final Anchor anchor;
    private final RuleSetHash hash;
    private final int mostFaults;

    /**
     * @param anchor what is known from elsewhere
     * @param hash what a rule set is called, which this part of the program cannot say
     */
    public Verification(Anchor anchor, RuleSetHash hash) {
        this(anchor, hash, MOST_FAULTS);
    }

    Verification(Anchor anchor, RuleSetHash hash, int mostFaults) {
        this.anchor = anchor;
        this.hash = hash;
        this.mostFaults = mostFaults;
    }

    /** @throws IOException if the file cannot be read; what is wrong with what it says is in the report */
    public Report of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** @throws IOException if it cannot be read */
    public Report of(InputStream file) throws IOException {
        try (FileCheck check = new FileCheck(anchor, hash, new Faults(mostFaults))) {
            return check.read(file);
        }
    }
}
