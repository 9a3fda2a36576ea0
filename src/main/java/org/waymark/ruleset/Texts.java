package org.waymark.ruleset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.waymark.screening.rule.Place;

/** Reads the bytes of an uploaded file as text, and refuses what no honest file holds. */
public final class Texts {

    /** Larger than any rule file that a person could read. */
    static final int MOST_BYTES = 512 * 1024;

    /** Longer than any sentence of a rule. */
    private static final int LONGEST_LINE = 4_000;

    /** What spreadsheets put before a file to say that it is UTF-8; nobody sees it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Texts() {}

    /** The text of a file, or nothing, with a fault, where it is too long, not UTF-8, or holds a control character. */
    public static Optional<String> read(String file, byte[] content, Faults faults) {
        if (content.length > MOST_BYTES) {
            faults.add(
                    new Place(file, 1, 1),
                    "the file has " + content.length + " bytes, and " + MOST_BYTES + " are allowed",
                    "split it");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return hasOnlyPlainCharacters(file, plain, faults) ? Optional.of(plain) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            faults.add(new Place(file, 1, 1), "the file is not UTF-8 text", "save it as UTF-8");
            return Optional.empty();
        }
    }

    /** A backslash would let a text leave its quotes in the program that Drools makes; no rule needs one. */
    private static boolean hasOnlyPlainCharacters(String file, String text, Faults faults) {
        int before = faults.count();
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at++, column++) {
            char found = text.charAt(at);
            if (found == '\n') {
                line++;
                column = 0;
            } else if (column == LONGEST_LINE + 1) {
                faults.add(
                        new Place(file, line, column),
                        "the line is longer than " + LONGEST_LINE + " characters",
                        "break it, or close the quotation mark that is left open");
            } else if (found == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                // A comment would go on to the end of such a file, and all its rules with it.
                faults.add(
                        new Place(file, line, column),
                        "the line ends in a carriage return alone",
                        "save the file with the line ends of Unix or Windows");
            } else if (!isPlain(found)) {
                faults.add(
                        new Place(file, line, column),
                        "the character " + shown(found) + " is not allowed",
                        "take it out");
            }
        }
        return faults.count() == before;
    }

    /** The same for one cell of a workbook, which holds its characters one by one as well. */
    static void checkCell(Place cell, String text, Faults faults) {
        text.chars()
                .mapToObj(found -> (char) found)
                .filter(found -> found == '\r' || (found != '\n' && !isPlain(found)))
                .findFirst()
                .ifPresent(
                        found -> faults.add(cell, "the character " + shown(found) + " is not allowed", "take it out"));
    }

    private static boolean isPlain(char found) {
        return found == '\t' || found == '\r' || (found != '\\' && !isInvisible(found));
    }

    private static boolean isInvisible(char found) {
        int type = Character.getType(found);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String shown(char found) {
        return isInvisible(found) ? "U+%04X".formatted((int) found) : "`" + found + "`";
    }
}
