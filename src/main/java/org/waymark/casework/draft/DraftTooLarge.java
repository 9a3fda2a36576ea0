package org.waymark.casework.draft;

/** A form is larger than what is kept of one. Nothing was saved. */
public final class DraftTooLarge extends RuntimeException {

    DraftTooLarge(int bytes) {
        super("the form has " + bytes + " bytes, and a draft has " + FormDrafts.MOST_BYTES
                + " at most; shorten the longest notes");
    }
}
