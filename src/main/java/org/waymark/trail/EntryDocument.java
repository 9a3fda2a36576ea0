package org.waymark.trail;

import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.SealedEntry.Body;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedEntry.Open;

/** An entry as a MongoDB document, and back. */
final class EntryDocument {

    static final String ID = "_id";
    static final String SUBMISSION = "submission";
    static final String DECISION = "decision";
    static final String LANE = "lane";

    /** The key of the content, which is beside what is proven, and may go. */
    static final String KEY = "key";

    private static final String CONTENT = "content";
    private static final String COMMITMENT = "commitment";
    private static final String OPEN = "open";

    /** What makes no decision still needs a value of its own, as both keys are unique and neither is sparse. */
    private static final String NO_DECISION = "none:";

    private EntryDocument() {}

    static Document of(SealedEntry entry, @Nullable KeptKey key) {
        String decision = entry.decisionId();
        Document document = new Document(ID, entry.id())
                .append("format", entry.format())
                .append("person", entry.person().pseudonym())
                .append("sequence", entry.sequence())
                .append("kind", entry.kind())
                .append(SUBMISSION, entry.submission().pseudonym())
                .append(DECISION, decision == null ? NO_DECISION + entry.id() : decision)
                .append("actor", entry.actor())
                .append("recordedAt", Date.from(entry.recordedAt()))
                .append("previous", entry.previous())
                .append(LANE, entry.lane());
        if (entry.body() instanceof Encrypted encrypted) {
            document.append(CONTENT, new Binary(Base64.getDecoder().decode(encrypted.content())))
                    .append(COMMITMENT, encrypted.commitment());
        } else if (entry.body() instanceof Open open) {
            document.append(OPEN, new Document(new LinkedHashMap<>(open.texts())));
        }
        if (key != null) {
            document.append(KEY, new Document("by", key.by()).append("wrapped", key.wrapped()));
        }
        return document;
    }

    static SealedEntry sealed(Document document) {
        String decision = document.getString(DECISION);
        return new SealedEntry(
                document.getInteger("format"),
                new Person(document.getString("person")),
                document.getLong("sequence"),
                document.getString("kind"),
                new Submission(document.getString(SUBMISSION)),
                decision.startsWith(NO_DECISION) ? null : decision,
                document.getString("actor"),
                document.getDate("recordedAt").toInstant(),
                document.getString("previous"),
                document.getString(LANE),
                body(document));
    }

    private static Body body(Document document) {
        Document open = document.get(OPEN, Document.class);
        if (open != null) {
            Map<String, String> texts = new LinkedHashMap<>();
            open.forEach((name, text) -> texts.put(name, Objects.toString(text)));
            return new Open(texts);
        }
        byte[] content = document.get(CONTENT, Binary.class).getData();
        return new Encrypted(Base64.getEncoder().encodeToString(content), document.getString(COMMITMENT));
    }

    /** The key kept beside an entry; absent where its content is open, or erased. */
    static @Nullable KeptKey key(Document document) {
        Document key = document.get(KEY, Document.class);
        return key == null ? null : new KeptKey(key.getString("by"), key.get("wrapped", Binary.class));
    }
}
