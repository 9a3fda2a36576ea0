package org.waymark.trail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something recorded about one young person. It never changes; what it says may be erased, that it was said never.
 *
 * @param format the version of this form, so that later ones can still be read
 * @param sequence its place among the entries about this person, from 1, without gaps
 * @param content JSON texts by name, to the letter as they were recorded; none where it was erased
 * @param erased whether its content is gone for good
 */
public record Entry(
        Person person,
        int format,
        long sequence,
        Kind kind,
        Submission submission,
        @Nullable String decisionId,
        String actor,
        Instant recordedAt,
        Map<String, String> content,
        boolean erased) {

    static Entry of(Person person, long sequence, Draft draft) {
        return new Entry(
                person,
                SealedEntry.FORMAT,
                sequence,
                draft.kind(),
                draft.submission(),
                draft.decisionId(),
                draft.actor(),
                draft.recordedAt(),
                draft.content(),
                false);
    }

    /** The same with its content gone. */
    Entry withoutContent() {
        return new Entry(person, format, sequence, kind, submission, decisionId, actor, recordedAt, Map.of(), true);
    }

    /** Person and place: no two entries can have the same, so that a trail cannot fork. */
    public String id() {
        return id(person, sequence);
    }

    /** The id of the entry at that place. */
    public static String id(Person person, long sequence) {
        return "%s:%010d".formatted(person.pseudonym(), sequence);
    }

    /** Whom the entry of an id is about. */
    public static Person personOf(String id) {
        return new Person(id.substring(0, id.lastIndexOf(':')));
    }

    /** The place that the entry of an id has among those about the same person. */
    public static long sequenceOf(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
    }
}
