package org.waymark.pages;

/** Nothing is at this address; or nothing that the caller may know of. */
public final class NoSuchThing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchThing() {
        super("there is nothing at this address");
    }
}
