package org.waymark.casework.judgement;

import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Quoted;
import org.waymark.assessment.Reading;
import org.waymark.assessment.Texts;

/** Readings of what people write about a decision. */
final class Words {

    /** Shorter than this nobody says why, in their own words (contract, section 3). */
    private static final int LEAST = 30;

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NAME = 200;

    private Words() {}

    /** A reason that says something: 30 characters or more, without the space around it. */
    static @Nullable String reason(Cursor at) {
        String text = Texts.prose(at);
        if (text == null) {
            return null;
        }
        String said = text.strip();
        int length = said.codePointCount(0, said.length());
        if (length < LEAST) {
            at.fault("has " + length + " characters, at least " + LEAST + " are needed: say why, in your own words");
            return null;
        }
        return said;
    }

    /** A text that has to say something, however short. */
    static @Nullable String filled(Cursor at) {
        String text = Texts.filledProse(at);
        return text == null ? null : text.strip();
    }

    /** A name or a word, on one line. */
    static @Nullable String name(Cursor at) {
        String text = Texts.identifier(at);
        return text == null || fits(at, text, LONGEST_NAME) ? text : null;
    }

    /** A code in kebab-case that the reader does not know beforehand. */
    static @Nullable String code(Cursor at) {
        String text = Texts.kebab(at);
        return text == null || fits(at, text, LONGEST_CODE) ? text : null;
    }

    private static boolean fits(Cursor at, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            at.fault("has " + length + " characters, allowed are " + longest + " at most");
        }
        return length <= longest;
    }

    static @Nullable Boolean yesOrNo(Cursor at) {
        if (!at.node().isBoolean()) {
            at.expected("`true` or `false`");
            return null;
        }
        return at.node().booleanValue();
    }

    /** The same, where it can only be true. */
    static Reading<Boolean> onlyTrue(String otherwise) {
        return at -> {
            Boolean said = yesOrNo(at);
            if (said != null && !said) {
                at.fault(Quoted.of("false") + " says nothing here: " + otherwise);
                return null;
            }
            return said;
        };
    }
}
