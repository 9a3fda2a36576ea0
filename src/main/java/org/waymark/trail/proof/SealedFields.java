package org.waymark.trail.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Person;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.SealedEntry.Body;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedEntry.Open;
import org.waymark.trail.Submission;

/**
 * Reads the sealed part of an entry, so strictly that it has the same bytes again: its hash can then be taken of what
 * was read.
 */
final class SealedFields {

    private static final long MOST = 9_999_999_999L;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,200}");
    private static final Pattern SUBMISSION = Pattern.compile("[!-~]{1,400}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,60}");
    private static final Pattern ACTOR = Pattern.compile("[^\\p{Cntrl}]{1,1000}");
    private static final Pattern LANE = Pattern.compile("[!-~]{1,200}/\\d{1,9}:[1-9]\\d{0,17}");

    private SealedFields() {}

    static Optional<SealedEntry> read(LineFields fields) {
        int format = format(fields);
        String id = fields.text("id");
        Person person = new Person(fields.text("person", NAME, "a pseudonym"));
        long sequence = sequence(fields);
        String kind = fields.text("kind", KIND, "a kind of entry");
        Submission submission = new Submission(fields.text("submission", SUBMISSION, "a pseudonym of a submission"));
        String decision = fields.textOrNull("decision", NAME, "the id of a decision");
        String actor = fields.text("actor", ACTOR, "the name of an account");
        Optional<Instant> recordedAt = instant(fields);
        String previous = fields.textOrNull("previous", LineParser.HEX, LineParser.A_HASH);
        String lane = fields.text("lane", LANE, "a place in a lane, as `run/lane:number`");
        Optional<Body> body = body(fields);
        requireStart(fields, sequence, previous);
        fields.nothingElse();
        if (recordedAt.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        SealedEntry entry = new SealedEntry(
                format,
                person,
                sequence,
                kind,
                submission,
                decision,
                actor,
                recordedAt.get(),
                previous,
                lane,
                body.get());
        if (!entry.id().equals(id)) {
            fields.fault(
                    "id", Shown.quoted(id) + " is not that of its person and sequence, " + Shown.quoted(entry.id()));
        }
        return Optional.of(entry);
    }

    private static int format(LineFields fields) {
        long format = fields.number("format");
        if (format != SealedEntry.FORMAT) {
            fields.fault("format", "`" + format + "` is not known here, only `" + SealedEntry.FORMAT + "`");
        }
        return SealedEntry.FORMAT;
    }

    private static long sequence(LineFields fields) {
        long sequence = fields.number("sequence");
        if (sequence < 1 || sequence > MOST) {
            fields.fault("sequence", "is from 1 to " + MOST);
        }
        return sequence;
    }

    private static void requireStart(LineFields fields, long sequence, @Nullable String previous) {
        if (sequence == 1 && previous != null) {
            fields.fault("previous", "the first entry about a person follows none");
        }
        if (sequence > 1 && previous == null) {
            fields.fault("previous", "only the first entry about a person follows none");
        }
    }

    private static Optional<Instant> instant(LineFields fields) {
        String text = fields.text("recordedAt");
        try {
            Instant read = Instant.parse(text);
            if (read.toString().equals(text)) {
                return Optional.of(read);
            }
        } catch (DateTimeException e) {
            // said below, with the other ways to be none
        }
        fields.fault(
                "recordedAt", Shown.quoted(text) + " is no instant as it is written here, `2026-03-11T10:30:01.123Z`");
        return Optional.empty();
    }

    private static Optional<Body> body(LineFields fields) {
        if (fields.has("open")) {
            return Optional.of(new Open(fields.texts("open")));
        }
        String commitment = fields.text("commitment", LineParser.HEX, LineParser.A_HASH);
        return fields.base64("content").map(bytes -> new Encrypted(Base64Text.of(bytes), commitment));
    }
}
