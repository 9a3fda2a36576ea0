package org.waymark.trail;

/** What was to be erased is erased already, or was never recorded. */
public final class NothingToErase extends Exception {

    private static final long serialVersionUID = 1L;

    NothingToErase() {
        super("nothing is left to erase");
    }
}
