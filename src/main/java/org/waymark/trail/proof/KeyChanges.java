package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.assessment.Json;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.SealedEntry.Open;
import org.waymark.trail.log.MalformedText;
import org.waymark.trail.log.Verifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Changes of the log's key, which are entries of the log: a key that somebody trusts passes the trust on by signing a
 * checkpoint that covers the entry which names its successor.
 */
final class KeyChanges {

    /** The kind of entry that tells what happened to the log itself. */
    static final String KIND = "log";

    /** The name of the text in it that tells of another key. */
    static final String TEXT = "key-changed";

    private final List<Change> changes = new ArrayList<>();
    private final Map<Verifier, Long> sizes = new HashMap<>();

    private record Change(Verifier from, Verifier to, long leaf) {}

    /** A key signed a checkpoint of this size. */
    void signed(Verifier key, long size) {
        sizes.merge(key, size, Math::max);
    }

    /** Whether an entry tells of a handover. */
    static boolean tells(SealedEntry entry) {
        return text(entry).isPresent();
    }

    /** The key that hands over by an entry; nothing where it tells of no handover that can be read. */
    static Optional<Verifier> from(SealedEntry entry) {
        try {
            return text(entry).map(text -> parse(text, 0).from());
        } catch (JacksonException | MalformedText e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(SealedEntry entry) {
        return entry.kind().equals(KIND) && entry.body() instanceof Open open
                ? Optional.ofNullable(open.texts().get(TEXT))
                : Optional.empty();
    }

    void entry(long line, SealedEntry entry, long leaf, Faults faults) {
        text(entry).ifPresent(text -> {
            try {
                changes.add(parse(text, leaf));
            } catch (JacksonException | MalformedText e) {
                faults.add(line, entry.id(), "entry/open/" + TEXT, "does not name the old and the new key of the log");
            }
        });
    }

    private static Change parse(String text, long leaf) {
        JsonNode change = Json.read(text);
        return new Change(
                Verifier.parse(change.path("from").asString("")),
                Verifier.parse(change.path("to").asString("")),
                leaf);
    }

    /** These keys, and those that they passed the trust on to. */
    Set<Verifier> trusted(Collection<Verifier> keys) {
        Set<Verifier> trusted = new LinkedHashSet<>(keys);
        boolean more = true;
        while (more) {
            more = false;
            for (Change change : changes) {
                boolean passed =
                        trusted.contains(change.from()) && sizes.getOrDefault(change.from(), 0L) > change.leaf();
                more |= passed && trusted.add(change.to());
            }
        }
        return trusted;
    }
}
