package org.waymark.cli;

/** Something that whoever typed the command can mend: the message says what, and how. */
public final class UsersFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsersFault(String message) {
        super(message);
    }
}
