package org.waymark.assessment;

/**
 * One thing that is wrong with a submitted document.
 *
 * @param pointer RFC 6901 JSON pointer to the value, empty for the whole document
 * @param message one lower-case sentence: what was found, in backticks, what is allowed, and the likely fix
 */
public record Fault(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
