package org.waymark.casework.draft;

/** Somebody has as many drafts as anybody may have. */
public final class TooManyDrafts extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyDrafts(int most) {
        super("you have " + most + " drafts: finish or discard one");
    }
}
