package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * One signature line of a note: C2SP signed-note. It says nothing yet of whether it verifies.
 *
 * @param name the name of the key that is said to have signed
 * @param base64 the four bytes of the key's id, then the signature, in base64
 */
public record NoteSignature(String name, String base64) {

    static final int KEY_ID_DIGITS = 8;

    private static final int KEY_ID_BYTES = 4;
    private static final String DASH = "— ";

    /** @throws MalformedText if the name is no key name, or the signature no base64 of five bytes at least */
    public NoteSignature {
        Texts.requireKeyName(name);
        int bytes = Texts.base64(base64).length;
        if (bytes <= KEY_ID_BYTES) {
            throw new MalformedText("a signature has more than the " + KEY_ID_BYTES
                    + " bytes of its key id, this one has " + bytes + " in all");
        }
    }

    /** @param keyId eight hexadecimal digits */
    static NoteSignature of(String name, String keyId, byte[] signature) {
        byte[] id = HexFormat.of().parseHex(keyId);
        byte[] all = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, all, id.length, signature.length);
        return new NoteSignature(name, Base64.getEncoder().encodeToString(all));
    }

    /**
     * The lines of signatures alone, as a witness answers.
     *
     * @throws MalformedText if a line is not a signature, or the last has no newline
     */
    public static List<NoteSignature> parseLines(String text) {
        return parse(Texts.lines(text), 1);
    }

    static List<NoteSignature> parse(List<String> lines, int firstLine) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(Texts.onLine(firstLine + signatures.size(), () -> parse(line)));
        }
        return List.copyOf(signatures);
    }

    private static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new MalformedText(
                    Texts.quote(line) + " is not a signature; one is written `— name base64`, with an em dash");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The id of the key that is said to have signed: eight lower-case hexadecimal digits. */
    public String keyId() {
        return HexFormat.of().formatHex(Texts.base64(base64), 0, KEY_ID_BYTES);
    }

    /** The signature without the key's id. */
    public byte[] signature() {
        byte[] all = Texts.base64(base64);
        return Arrays.copyOfRange(all, KEY_ID_BYTES, all.length);
    }

    /** Whether both name the same key. */
    boolean sameKey(NoteSignature other) {
        return name.equals(other.name) && keyId().equals(other.keyId());
    }

    /** The line, with its newline. */
    public String line() {
        return DASH + name + ' ' + base64 + '\n';
    }
}
