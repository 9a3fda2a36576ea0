package org.waymark.assessment;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Readings of strings. */
public final class Texts {

    /** Notes and all that is for people. */
    static final int LONG = 2_000;

    /** Names, numbers and other marks. */
    static final int SHORT = 200;

    private Texts() {}

    /** Something written for people, over several lines if they like. */
    public static @Nullable String prose(Cursor at) {
        return text(at, LONG, Characters::isUnwantedControl);
    }

    /** Something written for people that has to say something. */
    public static @Nullable String filledProse(Cursor at) {
        String text = prose(at);
        if (text != null && text.isBlank()) {
            at.fault("is blank, and has to say something");
            return null;
        }
        return text;
    }

    /** A word or two. */
    static @Nullable String brief(Cursor at) {
        return text(at, SHORT, Character::isISOControl);
    }

    /** The mark that another system gave something. Two marks that look the same must be the same. */
    public static @Nullable String identifier(Cursor at) {
        String text = text(at, SHORT, Characters::isInvisible);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            at.fault("is blank, and has to say something");
            return null;
        }
        if (!text.equals(text.strip())) {
            at.fault(Quoted.of(text) + " begins or ends with a space: leave it away");
            return null;
        }
        return text;
    }

    /** A name in lower-case kebab-case. */
    public static @Nullable String kebab(Cursor at) {
        String text = text(at, SHORT, Character::isISOControl);
        if (text != null && !Characters.isKebab(text)) {
            at.fault(Quoted.of(text) + " is not kebab-case: lower-case letters and digits, words joined by one hyphen");
            return null;
        }
        return text;
    }

    private static @Nullable String text(Cursor at, int longest, IntPredicate unwanted) {
        if (!at.node().isString()) {
            at.expected("a string");
            return null;
        }
        String text = at.node().stringValue();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            at.fault("has " + length + " characters, allowed are " + longest + " at most");
            return null;
        }
        OptionalInt wrong = text.codePoints()
                .filter(unwanted.or(Characters::isLoneSurrogate))
                .findFirst();
        if (wrong.isPresent()) {
            at.fault("holds the character " + Quoted.of(Characters.name(wrong.getAsInt()))
                    + ", which nobody can read: leave it out");
            return null;
        }
        return text;
    }
}
