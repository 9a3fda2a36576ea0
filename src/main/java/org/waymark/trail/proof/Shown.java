package org.waymark.trail.proof;

/** Values of a file as a message may show them. */
final class Shown {

    private static final int MOST = 80;

    private Shown() {}

    /** In backticks, without control characters, the end of a long one left out. */
    static String quoted(String value) {
        return "`" + cut(value) + "`";
    }

    static String cut(String value) {
        String shown = value.length() <= MOST ? value : value.substring(0, MOST) + "…";
        return shown.replaceAll("[\\p{Cntrl}\\p{Cs}`]", "?");
    }
}
