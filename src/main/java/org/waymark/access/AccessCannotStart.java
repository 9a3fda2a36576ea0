package org.waymark.access;

/** The service would be open to somebody it must not be open to; the message says what was found and what to do. */
public final class AccessCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was found; behind the first semicolon what to do */
    public AccessCannotStart(String message) {
        super(message);
    }
}
