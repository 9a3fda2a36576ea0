package org.waymark.trail.log;

import java.util.List;

/**
 * What a log commits to at one size: the text of C2SP tlog-checkpoint, without signatures.
 *
 * @param origin which log this is: one line, not empty
 * @param size the number of leaves
 * @param root the root of the tree of that size
 * @param extensions further lines, not empty, of no meaning here; C2SP advises against any
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int FIXED_LINES = 3;

    /** @throws MalformedText if the origin or an extension cannot stand in a line, or the size is below 0 */
    public Checkpoint {
        Texts.requireLine(origin, "the origin");
        extensions.forEach(line -> Texts.requireLine(line, "an extension"));
        if (size < 0) {
            throw new MalformedText("a tree has no fewer than 0 leaves, not `" + size + "`");
        }
        extensions = List.copyOf(extensions);
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws MalformedText with the line, if the text of the note is no checkpoint */
    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** @throws MalformedText with the line, if it is no checkpoint */
    public static Checkpoint parse(String text) {
        List<String> lines = Texts.lines(text);
        if (lines.size() < FIXED_LINES) {
            throw new MalformedText("a checkpoint has " + FIXED_LINES
                    + " lines at least (origin, size and root), this one has " + lines.size());
        }
        return new Checkpoint(
                lines.get(0),
                Texts.onLine(2, () -> Texts.decimal(lines.get(1))),
                Texts.onLine(FIXED_LINES, () -> Hash.fromBase64(lines.get(2))),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
