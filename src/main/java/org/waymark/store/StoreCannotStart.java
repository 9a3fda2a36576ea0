package org.waymark.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be used as it is set up; the message says what was found and what to do. */
public final class StoreCannotStart extends RuntimeException {

    StoreCannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
