package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and who is said to have signed it: C2SP signed-note. Its text is not to be trusted before {@link #check} finds
 * the signature of a key that is.
 *
 * @param text the text that is signed; it ends with a newline
 * @param signatures its signatures in their order, from 1 to 100
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The most signatures that a note may have; C2SP asks for a limit of 16 or more, golang.org/x/mod has this one. */
    public static final int MOST_SIGNATURES = 100;

    /** @throws MalformedText if no note can have this text, or so many signatures */
    public SignedNote {
        Texts.requirePlain(text);
        if (!text.endsWith("\n")) {
            throw new MalformedText("the text of a note ends with a newline");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new MalformedText(
                    "a note has from 1 to " + MOST_SIGNATURES + " signatures, this one has " + signatures.size());
        }
        signatures = List.copyOf(signatures);
    }

    /** What a note says of one key. */
    public enum Check {
        /** This key signed, and every signature that bears its name and id verifies. */
        VERIFIED,
        /** A signature bears its name and id and does not verify: the note is not to be trusted, whoever else signed. */
        FORGED,
        /** No signature bears its name and id. */
        ABSENT
    }

    /** Signs a text. */
    public static SignedNote sign(String text, LogKey key) {
        return new SignedNote(text, List.of(key.sign(text)));
    }

    /** @throws MalformedText if the bytes are not UTF-8, or no note */
    public static SignedNote parse(byte[] bytes) {
        return parse(Texts.utf8(bytes));
    }

    /** @throws MalformedText with the line, if it is no note, or any signature line is malformed, of a known key or not */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new MalformedText("a note has an empty line between its text and its signatures, this one has none");
        }
        String text = note.substring(0, blank + 1);
        int firstLine = (int) text.lines().count() + 2;
        List<String> lines = Texts.lines(note.substring(blank + 2));
        return new SignedNote(text, NoteSignature.parse(lines, firstLine));
    }

    /** The whole note, as {@link #parse(String)} reads it. */
    public String print() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /** What this note says of a key; signatures of other keys count for nothing. */
    public Check check(Verifier verifier) {
        List<NoteSignature> own = signatures.stream().filter(verifier::named).toList();
        if (own.isEmpty()) {
            return Check.ABSENT;
        }
        return own.stream().allMatch(one -> verifier.verifies(text, one.signature())) ? Check.VERIFIED : Check.FORGED;
    }

    /** The note with one more signature, in place of one by the same key. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> kept = new ArrayList<>(signatures);
        kept.removeIf(signature::sameKey);
        kept.add(signature);
        return new SignedNote(text, kept);
    }
}
