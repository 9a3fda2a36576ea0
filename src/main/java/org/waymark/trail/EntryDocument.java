package org.waymark.trail;

import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** An entry as a MongoDB document, and back. */
final class EntryDocument {

    static final String ID = "_id";
    static final String SUBMISSION = "submission";
    static final String DECISION = "decision";

    /** What makes no decision still needs a value of its own, as both keys are unique and neither is sparse. */
    private static final String NO_DECISION = "none:";

    private EntryDocument() {}

    static Document of(Entry entry) {
        String decision = entry.decisionId();
        return new Document(ID, entry.id())
                .append("format", entry.format())
                .append("person", entry.person().pseudonym())
                .append("sequence", entry.sequence())
                .append("kind", entry.kind().code())
                .append(SUBMISSION, entry.submission().pseudonym())
                .append(DECISION, decision == null ? NO_DECISION + entry.id() : decision)
                .append("actor", entry.actor())
                .append("recordedAt", Date.from(entry.recordedAt()))
                .append("content", new Document(new LinkedHashMap<>(entry.content())));
    }

    static Entry read(Document document) {
        String decision = document.getString(DECISION);
        return new Entry(
                new Person(document.getString("person")),
                document.getInteger("format"),
                document.getLong("sequence"),
                Kind.of(document.getString("kind")),
                new Submission(document.getString(SUBMISSION)),
                decision.startsWith(NO_DECISION) ? null : decision,
                document.getString("actor"),
                document.getDate("recordedAt").toInstant(),
                content(document.get("content", Document.class)));
    }

    private static Map<String, String> content(Document document) {
        Map<String, String> texts = new LinkedHashMap<>();
        document.forEach((name, text) -> texts.put(name, Objects.toString(text)));
        return Collections.unmodifiableMap(texts);
    }
}
