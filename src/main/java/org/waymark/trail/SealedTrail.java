package org.waymark.trail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.keys.PersonKey;
import org.waymark.trail.keys.PersonKeys;

/**
 * Entries as they are proven, each with the key of its content. What was changed in the store is read as it is found:
 * whoever verifies it will say so.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer.
 */
public final class SealedTrail {

    /** Entries asked for at once: one may take 4 MiB, see {@link Draft}. */
    public static final int PAGE = 10;

    private final MongoCollection<Document> entries;
    private final PersonKeys keys;

    public SealedTrail(MongoDatabase database, PersonKeys keys) {
        this.entries = database.getCollection("trail");
        this.keys = keys;
    }

    /**
     * An entry as it is kept.
     *
     * @param key opens its content; absent where that is open, was erased, or its key was changed
     */
    public record Held(SealedEntry entry, @Nullable ContentKey key) {

        /** What it says; nothing where it cannot be opened. */
        public Map<String, String> content() {
            if (entry.body() instanceof SealedEntry.Open open) {
                return open.texts();
            }
            try {
                String content = ((SealedEntry.Encrypted) entry.body()).content();
                return key == null ? Map.of() : key.open(Base64.getDecoder().decode(content), entry.id());
            } catch (GeneralSecurityException e) {
                return Map.of();
            }
        }
    }

    /** Those of these entries that are there, by id, in the order asked for; ask for {@link #PAGE} or so at once. */
    public Map<String, Held> named(List<String> ids) {
        return reaching(() -> {
            List<Document> found = entries.find(new Document(EntryDocument.ID, new Document("$in", ids)))
                    .into(new ArrayList<>());
            Map<String, PersonKey> persons = keys.named(found.stream()
                    .map(EntryDocument::key)
                    .flatMap(Stream::ofNullable)
                    .map(KeptKey::by)
                    .distinct()
                    .toList());
            Map<String, Held> held = new LinkedHashMap<>();
            ids.forEach(id -> found.stream()
                    .filter(document -> id.equals(document.getString(EntryDocument.ID)))
                    .forEach(document -> held.put(id, held(document, persons))));
            return held;
        });
    }

    /** Those of these entries that are there, by id, without what would open them. */
    public static Map<String, SealedEntry> unopened(MongoDatabase database, List<String> ids) {
        return reaching(() -> {
            Map<String, SealedEntry> found = new LinkedHashMap<>();
            database.getCollection("trail")
                    .find(new Document(EntryDocument.ID, new Document("$in", ids)))
                    .map(EntryDocument::sealed)
                    .forEach(entry -> found.put(entry.id(), entry));
            return found;
        });
    }

    /** The id of the entry that recorded a decision. */
    public Optional<String> ofDecision(String decisionId) {
        return reaching(() -> Optional.ofNullable(entries.find(new Document(EntryDocument.DECISION, decisionId))
                        .first()))
                .map(EntryDocument::sealed)
                .filter(entry -> decisionId.equals(entry.decisionId()))
                .map(SealedEntry::id);
    }

    private static Held held(Document document, Map<String, PersonKey> persons) {
        SealedEntry entry = EntryDocument.sealed(document);
        KeptKey kept = EntryDocument.key(document);
        PersonKey person = kept == null ? null : persons.get(kept.by());
        if (kept == null || person == null) {
            return new Held(entry, null);
        }
        try {
            return new Held(entry, person.unwrap(kept.wrapped().getData(), entry.id()));
        } catch (GeneralSecurityException e) {
            return new Held(entry, null);
        }
    }

    private static <T> T reaching(Supplier<T> step) {
        try {
            return step.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }
}
