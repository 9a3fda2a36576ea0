package org.waymark.ruleset.mutation;

/**
 * One change to a part of a line.
 *
 * @param to what it becomes
 * @param what what happened, such as {@code 3 became 4}
 * @param link the word between that and the line, {@code in} or {@code from}
 * @param where which figure or word of the line it is, empty where there is one alone
 */
record Change<T>(T to, String what, String link, String where) {

    static <T> Change<T> became(T to, Object before, Object after, String where) {
        return new Change<>(to, before + " became " + after, "in", where);
    }

    static <T> Change<T> dropped(T to, String what) {
        return new Change<>(to, what + " was dropped", "from", "");
    }

    String inWords(String line) {
        return what + " " + link + " " + line + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
