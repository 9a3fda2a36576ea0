package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Cosignature;
import org.waymark.trail.log.NoteSignature;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.proof.ExportLine.End;
import org.waymark.trail.proof.ExportLine.Header;

/**
 * Who signed. A signature by a key that the first line does not name is refused, so that none can be changed unseen;
 * and a key or witness that it names must have signed something.
 */
final class Signatures {

    private final Header header;
    private final Anchor anchor;
    private final Faults faults;
    private final KeyChanges changes = new KeyChanges();
    private final Set<Verifier> signed = new LinkedHashSet<>();
    private @Nullable SignedNote newest;
    private long newestLine;
    private long newestSize = -1;
    private boolean passedOn;

    Signatures(Header header, Anchor anchor, Faults faults) {
        this.header = header;
        this.anchor = anchor;
        this.faults = faults;
    }

    KeyChanges changes() {
        return changes;
    }

    /** The newest checkpoint's note. */
    Optional<SignedNote> newest() {
        return Optional.ofNullable(newest);
    }

    /** Whether the newest checkpoint is by a key that the one that was given handed over to. */
    boolean passedOn() {
        return passedOn;
    }

    /** Those who cosigned the newest checkpoint, and when, in seconds since 1970. */
    Map<Verifier, Long> cosigned() {
        Map<Verifier, Long> times = new LinkedHashMap<>();
        newest().ifPresent(note -> witnesses()
                .filter(key -> note.check(key) == Check.VERIFIED)
                .forEach(key -> note.signatures().stream()
                        .filter(key::named)
                        .forEach(one -> times.put(key, Cosignature.of(one).time()))));
        return times;
    }

    /** The checkpoint of a note, if it is one of this log. */
    Optional<Checkpoint> checkpoint(long line, SignedNote note) {
        Optional<Checkpoint> read = read(line, note);
        List<Verifier> by = check(line, note);
        if (by.stream().noneMatch(header.keys()::contains)) {
            faults.add(line, "note", "no key of the log that the first line names has signed it");
        }
        signed.addAll(by);
        read.ifPresent(checkpoint -> {
            by.forEach(key -> changes.signed(key, checkpoint.size()));
            if (checkpoint.size() > newestSize) {
                newest = note;
                newestLine = line;
                newestSize = checkpoint.size();
            }
        });
        return read;
    }

    private Optional<Checkpoint> read(long line, SignedNote note) {
        try {
            Checkpoint checkpoint = Checkpoint.of(note);
            if (!checkpoint.origin().equals(header.origin())) {
                faults.add(
                        line,
                        "note",
                        "it is of the log " + Shown.quoted(checkpoint.origin()) + ", not of "
                                + Shown.quoted(header.origin()));
            }
            if (!checkpoint.extensions().isEmpty()) {
                faults.add(line, "note", "it has lines behind the root, which no checkpoint here has");
            }
            return Optional.of(checkpoint);
        } catch (org.waymark.trail.log.MalformedText e) {
            faults.add(line, "note", "it is no checkpoint: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The keys that signed a note; every signature that is forged or by nobody known is a fault. */
    private List<Verifier> check(long line, SignedNote note) {
        List<Verifier> by = new ArrayList<>();
        for (NoteSignature signature : note.signatures()) {
            Optional<Verifier> key = Stream.concat(keys(), witnesses())
                    .filter(one -> one.named(signature))
                    .findFirst();
            if (key.isEmpty()) {
                faults.add(
                        line,
                        "note",
                        "it bears a signature of " + Shown.quoted(signature.name())
                                + " whose key the first line does not name");
            } else if (by.contains(key.get())) {
                faults.add(line, "note", "it bears two signatures of " + Shown.quoted(signature.name()));
            } else if (note.check(key.get()) != Check.VERIFIED) {
                faults.add(
                        line,
                        "note",
                        "the signature of " + Shown.quoted(signature.name())
                                + " is not that of this text: one of the two was changed, or it is forged");
            } else {
                by.add(key.get());
            }
        }
        return by;
    }

    private Stream<Verifier> keys() {
        return Stream.concat(header.keys().stream(), anchor.keys().stream()).distinct();
    }

    private Stream<Verifier> witnesses() {
        return Stream.concat(header.witnesses().stream(), anchor.witnesses().stream())
                .distinct();
    }

    /** Checkpoints that whoever verifies has from elsewhere: signed by a key that counts, or good for nothing. */
    List<Checkpoint> given() {
        List<Checkpoint> good = new ArrayList<>();
        for (SignedNote note : anchor.checkpoints()) {
            if (keys().noneMatch(key -> note.check(key) == Check.VERIFIED)) {
                faults.add(
                        0,
                        null,
                        "the checkpoint that was given is not signed by a key of this log: they are"
                                + " two logs, or the file was signed anew with another key");
            } else {
                good.add(Checkpoint.of(note));
            }
        }
        return good;
    }

    /** All checkpoints are read: whether those who must have signed have. */
    void end(long line, @Nullable End end) {
        if (newest == null) {
            faults.add(line, null, "there is no checkpoint: nothing in the file is proven");
            return;
        }
        SignedNote note = newest;
        Set<Verifier> trusted = changes.trusted(anchor.keys().isEmpty() ? header.keys() : anchor.keys());
        if (trusted.stream().noneMatch(key -> note.check(key) == Check.VERIFIED)) {
            faults.add(
                    newestLine,
                    "note",
                    "the key that was given has not signed the newest checkpoint, nor handed over to the key that has:"
                            + " the file is of another log, or was signed anew with another key");
        }
        passedOn =
                !anchor.keys().isEmpty() && anchor.keys().stream().noneMatch(key -> note.check(key) == Check.VERIFIED);
        anchor.witnesses().stream()
                .filter(key -> note.check(key) != Check.VERIFIED)
                .forEach(key -> faults.add(
                        newestLine,
                        "note",
                        "the witness " + Shown.quoted(key.name()) + " has not cosigned the newest checkpoint"));
        Stream.concat(header.keys().stream(), header.witnesses().stream())
                .filter(key -> !signed.contains(key))
                .forEach(key -> faults.add(
                        1, null, "the key of " + Shown.quoted(key.name()) + " is named and has signed nothing"));
        if (end != null) {
            end(line, end, trusted);
        }
    }

    private void end(long line, End end, Set<Verifier> trusted) {
        if (!end.note().text().equals(End.text(header.origin(), end.lines(), end.sha256()))) {
            faults.add(line, "note", "what is signed is not the number of lines and the hash beside it");
        }
        List<Verifier> by = check(line, end.note());
        if (by.stream().noneMatch(trusted::contains)) {
            faults.add(line, "note", "no key of the log has signed the end of the file");
        }
    }
}
