package org.waymark.casework.worklist;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.keys.PersonKey;
import org.waymark.trail.keys.PersonKeys;

/**
 * Seals a line as an entry of the trail is sealed: by a key of its own, which the young person's key wraps. With that one
 * destroyed nobody can read the line, wherever a copy of it is.
 */
final class RowSeal {

    private static final String BY = "by";
    private static final String WRAPPED = "wrapped";
    private static final String SEALED = "sealed";
    private static final String LINE = "line";

    private final PersonKeys keys;

    RowSeal(PersonKeys keys) {
        this.keys = keys;
    }

    /** Puts the line into its document. */
    void seal(Listed listed, Document document) {
        PersonKey key = keys.current(listed.person().pseudonym());
        ContentKey content = ContentKey.random();
        document.append(BY, key.id())
                .append(WRAPPED, new Binary(key.wrap(content, bound(listed.id()))))
                .append(SEALED, new Binary(content.seal(Map.of(LINE, LineJson.of(listed)), bound(listed.id()))));
    }

    /** The lines of documents, those left out whose key is destroyed. */
    List<Listed> open(Collection<Document> documents) {
        Map<String, PersonKey> found = keys.named(documents.stream()
                .map(document -> document.getString(BY))
                .distinct()
                .toList());
        List<Listed> lines = new ArrayList<>();
        for (Document document : documents) {
            Optional.ofNullable(found.get(document.getString(BY))).ifPresent(key -> lines.add(open(document, key)));
        }
        return lines;
    }

    private static Listed open(Document document, PersonKey key) {
        String bound = bound(document.getString("_id"));
        try {
            ContentKey content = key.unwrap(document.get(WRAPPED, Binary.class).getData(), bound);
            Map<String, String> texts =
                    content.open(document.get(SEALED, Binary.class).getData(), bound);
            return LineJson.read(String.valueOf(texts.get(LINE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a line of the lists cannot be opened: `" + bound + "`", e);
        }
    }

    private static String bound(String id) {
        return "list/" + id;
    }
}
