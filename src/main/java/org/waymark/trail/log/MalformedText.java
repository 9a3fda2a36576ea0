package org.waymark.trail.log;

import java.io.Serial;

/** A text, or a part of one, that is not of the form its specification gives. The message is fit for a person to read. */
public final class MalformedText extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedText(String message) {
        super(message);
    }

    /** The same fault, with the place where it was found before it. */
    MalformedText at(String place) {
        return new MalformedText(place + ": " + getMessage());
    }
}
