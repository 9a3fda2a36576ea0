package org.waymark.casework.draft;

/** Somebody has as many drafts as are kept for one person. Nothing was begun. */
public final class TooManyDrafts extends RuntimeException {

    TooManyDrafts() {
        super("you have " + FormDrafts.MOST + " forms that are not finished, and no more are kept; finish or discard"
                + " one of them first");
    }
}
