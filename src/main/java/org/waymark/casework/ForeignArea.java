package org.waymark.casework;

/** Somebody would record about a young person of an area that is none of theirs. */
public final class ForeignArea extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignArea(String message) {
        super(message);
    }
}
