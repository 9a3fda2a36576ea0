package org.waymark.assessment;

import java.util.regex.Pattern;

/** Which characters a text may hold. */
final class Characters {

    private static final Pattern OF_KEBAB = Pattern.compile("[a-z0-9-]+");

    private Characters() {}

    /** Lower-case letters and digits, words joined by one hyphen. */
    static boolean isKebab(String text) {
        // A pattern of words and hyphens would go as deep as there are words.
        return OF_KEBAB.matcher(text).matches() && !text.startsWith("-") && !text.endsWith("-") && !text.contains("--");
    }

    /** Half of a character: no valid Unicode, and impossible to write down as UTF-8. */
    static boolean isLoneSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Whether nobody can see it, so that two texts may look the same and not be. */
    static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A control character that text for people has no use for: all but line break and tab. */
    static boolean isUnwantedControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** As Unicode writes it, {@code U+0007}. */
    static String name(int character) {
        return String.format("U+%04X", character);
    }
}
