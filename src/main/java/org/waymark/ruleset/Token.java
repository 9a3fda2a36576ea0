package org.waymark.ruleset;

import org.waymark.screening.rule.Place;

/**
 * A word of a rule file.
 *
 * @param text the word itself; of a string, what stands between the quotes
 */
record Token(Kind kind, String text, Place place) {

    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL,
        /** No word of the language; its fault is told already. */
        STRANGE,
        END_OF_FILE
    }

    boolean is(String word) {
        return kind != Kind.STRING && text.equals(word);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** As a fault shows it. */
    String shown() {
        return kind == Kind.END_OF_FILE ? "the end of the file" : "`" + text + "`";
    }
}
