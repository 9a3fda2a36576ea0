package org.waymark.casework.draft;

/** There is no such draft, or no longer, or it is somebody else's: which of them is not told. */
public final class NoSuchDraft extends Exception {

    NoSuchDraft() {
        super("there is no such draft of yours; it was discarded, was not changed for too long, or what is known of the"
                + " young person was erased; begin a new one");
    }
}
