package org.waymark.casework.draft;

/** What was to be saved was changed elsewhere since it was read, such as in another tab. Nothing was saved. */
public final class StaleDraft extends Exception {

    private final transient FormDraft stored;

    StaleDraft(FormDraft stored) {
        super("the form was changed elsewhere since it was opened here; look at what is kept of it, and save again");
        this.stored = stored;
    }

    /** The draft as it is kept now; a save of its revision would go through. */
    public FormDraft stored() {
        return stored;
    }
}
