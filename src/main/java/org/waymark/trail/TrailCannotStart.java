package org.waymark.trail;

import org.jspecify.annotations.Nullable;

/** Entries could not be found again as things are; the message says what was found and what to do. */
public final class TrailCannotStart extends RuntimeException {

    /** @param message what was found and what to do */
    public TrailCannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
