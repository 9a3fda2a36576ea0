package org.waymark.trail.sealing;

/** The log is not what was signed before: it was cut short, or another was put in its place. The message says what. */
public final class LogTrouble extends RuntimeException {

    LogTrouble(String message) {
        super(message);
    }
}
