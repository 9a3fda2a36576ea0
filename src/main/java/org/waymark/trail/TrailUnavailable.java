package org.waymark.trail;

import org.jspecify.annotations.Nullable;

/** The trail could not be read, or it is not known whether an entry was recorded. */
public final class TrailUnavailable extends RuntimeException {

    public TrailUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
