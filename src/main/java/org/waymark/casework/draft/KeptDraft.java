package org.waymark.casework.draft;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.draft.DraftSeal.Sealed;

/**
 * A draft as it is kept: what it is found by, and the rest encrypted.
 *
 * @param place the owner's pseudonym and the draft's id
 * @param about the pseudonym of the young person that it is about, where that is known
 */
record KeptDraft(
        String place,
        Instant begunAt,
        Instant changedAt,
        long revision,
        @Nullable String about,
        Sealed sealed) {

    static final String CHANGED = "changedAt";
    static final String REVISION = "revision";
    static final String ABOUT = "about";
    private static final String BEGUN = "begunAt";
    private static final String KEY = "key";
    private static final String SEALED = "sealed";

    static String place(String owner, String id) {
        return owner + "/" + id;
    }

    static KeptDraft of(Document document) {
        return new KeptDraft(
                document.getString("_id"),
                document.getDate(BEGUN).toInstant(),
                document.getDate(CHANGED).toInstant(),
                document.getLong(REVISION),
                document.getString(ABOUT),
                new Sealed(bytes(document, KEY), bytes(document, SEALED)));
    }

    Document document() {
        Document document = new Document("_id", place)
                .append(BEGUN, Date.from(begunAt))
                .append(CHANGED, Date.from(changedAt))
                .append(REVISION, revision)
                .append(KEY, new Binary(sealed.wrapped()))
                .append(SEALED, new Binary(sealed.content()));
        return about == null ? document : document.append(ABOUT, about);
    }

    /** The draft's own part of its place. */
    String id() {
        return place.substring(place.indexOf('/') + 1);
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
