package org.waymark.trail.log;

import java.util.List;

/**
 * The body of {@code add-checkpoint} of C2SP tlog-witness: a signed checkpoint, and the proof that it continues the one
 * that the witness cosigned last. Whether the proof holds is for {@link Proofs} to say.
 *
 * @param oldSize the size of the tree that the witness cosigned last, 0 if none
 * @param proof the consistency proof from that size; empty if it is 0
 * @param note the signed checkpoint
 */
public record WitnessRequest(long oldSize, List<Hash> proof, SignedNote note) {

    /** The most hashes that a proof may have: C2SP tlog-witness. */
    public static final int MOST_HASHES = 63;

    private static final String OLD = "old ";

    /** @throws MalformedText if the note is no checkpoint, or the sizes and the proof do not fit one another */
    public WitnessRequest {
        long size = Checkpoint.of(note).size();
        if (oldSize < 0 || oldSize > size) {
            throw new MalformedText(
                    "the old size is from 0 to that of the checkpoint, " + size + ", not `" + oldSize + "`");
        }
        if (proof.size() > MOST_HASHES) {
            throw new MalformedText("a proof has at most " + MOST_HASHES + " hashes, this one has " + proof.size());
        }
        if (oldSize == 0 && !proof.isEmpty()) {
            throw new MalformedText("the proof from the old size `0` is empty, this one has hashes: " + proof.size());
        }
        proof = List.copyOf(proof);
    }

    /** @throws MalformedText with the line, if it is no such body */
    public static WitnessRequest parse(String body) {
        int blank = body.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedText("an empty line stands between the proof and the checkpoint, here is none");
        }
        List<String> lines = Texts.lines(body.substring(0, blank + 1));
        long oldSize = Texts.onLine(1, () -> oldSize(lines.get(0)));
        List<Hash> proof = Texts.hashes(lines.subList(1, lines.size()), 2);
        return new WitnessRequest(oldSize, proof, checkpoint(body.substring(blank + 2)));
    }

    private static long oldSize(String line) {
        if (!line.startsWith(OLD)) {
            throw new MalformedText(Texts.quote(line) + " is not the old size, which is written `old 0`");
        }
        return Texts.decimal(line.substring(OLD.length()));
    }

    private static SignedNote checkpoint(String note) {
        try {
            return SignedNote.parse(note);
        } catch (MalformedText e) {
            throw e.at("in the checkpoint");
        }
    }

    /** The checkpoint of the note. */
    public Checkpoint checkpoint() {
        return Checkpoint.of(note);
    }

    /** The body. */
    public String print() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(note.print()).toString();
    }
}
