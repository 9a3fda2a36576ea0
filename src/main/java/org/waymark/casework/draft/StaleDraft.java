package org.waymark.casework.draft;

/** The draft was saved meanwhile, in another window; nothing was overwritten. */
public final class StaleDraft extends Exception {

    private static final long serialVersionUID = 1L;

    public StaleDraft() {
        super("this draft was changed meanwhile in another window");
    }
}
