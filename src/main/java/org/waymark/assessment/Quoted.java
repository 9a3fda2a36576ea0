package org.waymark.assessment;

import java.util.Collection;
import java.util.List;

/** How a message shows what somebody wrote: in backticks, cut where it is long, and with nothing in it that a page or a log could choke on. */
public final class Quoted {

    /** Enough to recognise a value by; a message must not grow with what was submitted. */
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The value in backticks. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("`");
        text.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return shown.append(cut ? "…`" : "`").toString();
    }

    /** Every one of them, as {@code `a`, `b` or `c`}. */
    public static String anyOf(Collection<String> codes) {
        List<String> shown = codes.stream().map(Quoted::of).toList();
        int last = shown.size() - 1;
        return last < 1 ? String.join("", shown) : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    private static void append(StringBuilder shown, int character) {
        if (character == '`') {
            shown.append('\'');
        } else if (Characters.isInvisible(character) || Characters.isLoneSurrogate(character)) {
            shown.append(Characters.name(character));
        } else {
            shown.appendCodePoint(character);
        }
    }
}
