package org.waymark.trail.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** What the texts of C2SP have in common: strict, so that of every text there is one way only to write it. */
final class Texts {

    private static final int SHOWN = 60;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int NEXT_LINE = 0x85;

    private Texts() {}

    /**
     * The bytes as text.
     *
     * @throws MalformedText if they are not UTF-8
     */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedText("the text is not UTF-8");
        }
    }

    /**
     * The lines of a text, each without its newline.
     *
     * @throws MalformedText if the last has none, or there are none
     */
    static List<String> lines(String text) {
        if (!text.endsWith("\n")) {
            throw new MalformedText("the text does not end with a newline");
        }
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** @throws MalformedText if there is a control character other than a newline, or half a character */
    static void requirePlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < FIRST_PRINTABLE && one != '\n') {
                throw new MalformedText(
                        "control character U+%04X in the text, which allows the newline alone".formatted((int) one));
            }
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedText("the text has half a character in it, which UTF-8 cannot write");
        }
    }

    /** @throws MalformedText if it is empty, more than one line, or not plain */
    static void requireLine(String line, String what) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new MalformedText(what + " is one line that is not empty, not " + quote(line));
        }
        requirePlain(line);
    }

    /** @throws MalformedText unless it is a key name of C2SP signed-note: not empty, no Unicode space, no plus */
    static void requireKeyName(String name) {
        boolean spaced = name.codePoints()
                .anyMatch(one ->
                        Character.isSpaceChar(one) || Character.isWhitespace(one) || one == NEXT_LINE || one == '+');
        if (name.isEmpty() || spaced) {
            throw new MalformedText("a key name is not empty and has no space or plus in it, unlike " + quote(name));
        }
        requirePlain(name);
    }

    /** @throws MalformedText unless it is a number from 0 to 2<sup>63</sup>-1 in decimal, without leading zeros */
    static long decimal(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the other ways to be no such number
        }
        throw new MalformedText(quote(text) + " is not a whole number in decimal without leading zeros");
    }

    /** @throws MalformedText unless it is standard base64 with padding, and the very text that encoding it again gives */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new MalformedText(quote(text) + " is not base64 in the standard alphabet with padding");
    }

    /**
     * Lines of one hash each.
     *
     * @param firstLine the number of the first line, for a message
     */
    static List<Hash> hashes(List<String> lines, int firstLine) {
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(onLine(firstLine + hashes.size(), () -> Hash.fromBase64(line)));
        }
        return List.copyOf(hashes);
    }

    /** What is read from a line; a fault in it says which line it was. */
    static <T> T onLine(int number, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedText e) {
            throw e.at("line " + number);
        }
    }

    /** A value for a message: in backticks, without control characters, the end of a long one left out. */
    static String quote(String value) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return "`" + shown.replace("\n", "\\n").replaceAll("[\\p{Cntrl}\\p{Cs}]", "?") + "`";
    }
}
