package org.waymark.casework;

/** What was asked for was recorded, and has been erased since; that it was recorded can still be proven. */
public final class ErasedContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErasedContent(String what) {
        super(what + " was recorded, and its content has been erased for good; the young person's trail says by whom,"
                + " when and why");
    }
}
