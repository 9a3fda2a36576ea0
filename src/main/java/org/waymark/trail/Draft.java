package org.waymark.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry that has no place yet.
 *
 * @param submission what is recorded once; for what may be recorded any number of times {@link Pseudonyms#attempt()}
 * @param decisionId the decision it makes, from {@link Pseudonyms#decisionId}; null where it makes none
 * @param actor the account that acted; never the young person
 * @param recordedAt in whole milliseconds, as the store keeps it
 * @param content JSON texts by kebab-case name, kept to the letter and in this order
 */
public record Draft(
        Kind kind,
        Submission submission,
        @Nullable String decisionId,
        String actor,
        Instant recordedAt,
        Map<String, String> content) {

    /** Room for an assessment of 1 MiB with all that it led to, and small enough to be read eleven at a time. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern DECISION = Pattern.compile("[a-z0-9-]+");

    /** @throws IllegalArgumentException if the store would not give it back as it is */
    public Draft {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("`recordedAt` is finer than a millisecond: take it from a tick of one");
        }
        if (decisionId != null && !DECISION.matcher(decisionId).matches()) {
            throw new IllegalArgumentException("a decision id is of lower-case letters, digits and hyphens");
        }
        content.keySet().forEach(Draft::requireName);
        long bytes = content.values().stream().mapToLong(Draft::size).sum();
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "an entry holds " + MOST_BYTES + " bytes of content at most, this one has " + bytes);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("content is named in kebab-case, not `" + name + "`");
        }
    }

    /** A text with half a character would come back changed. */
    private static long size(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("content holds a text that is not Unicode");
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
