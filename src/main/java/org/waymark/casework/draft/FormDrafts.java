package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.UpdateResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps half-filled forms, each for whoever began it and for nobody else. What is in one is sealed under the master key;
 * beside it stand two pseudonyms, by which it is found: of its owner, and of the young person, with whom it is erased.
 * Drafts that nobody touched for long are forgotten.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer; what is saved is on disk.
 */
public final class FormDrafts {

    /** So many somebody may have at once. */
    public static final int MOST = 50;

    /** More than any form comes to; in UTF-8. */
    private static final int LONGEST = 512 * 1024;

    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String ABOUT = "about";
    private static final String BEGUN = "begunAt";
    private static final String CHANGED = "changedAt";
    private static final String REVISION = "revision";
    private static final String SEALED = "sealed";

    private final MongoCollection<Document> drafts;
    private final Aead masterKey;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final Duration keep;

    /** @param keep for how long one is kept that nobody touches */
    public FormDrafts(MongoDatabase database, Aead masterKey, Pseudonyms pseudonyms, Clock clock, Duration keep) {
        this.drafts = database.getCollection("form-drafts");
        this.masterKey = masterKey;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.keep = keep;
        drafts.createIndex(Indexes.compoundIndex(Indexes.ascending(OWNER), Indexes.descending(CHANGED)));
        drafts.createIndex(Indexes.ascending(ABOUT));
    }

    /** Begins one. What nobody touched for too long is forgotten first. */
    public FormDraft begin(String owner, PersonKey about, String content) throws TooManyDrafts {
        Instant now = now();
        reaching(() -> drafts.deleteMany(Filters.lt(CHANGED, Date.from(now.minus(keep)))));
        if (of(owner).size() >= MOST) {
            throw new TooManyDrafts(MOST);
        }
        String id = pseudonyms.draft();
        FormDraft draft = new FormDraft(id, owner, about, now, now, 1, content);
        reaching(() -> drafts.insertOne(document(draft)));
        return draft;
    }

    /** The draft of that id, where it is theirs. */
    public Optional<FormDraft> find(String id, String owner) {
        return Optional.ofNullable(reaching(() -> drafts.find(theirs(id, owner)).first()))
                .filter(this::isKept)
                .map(document -> draft(document, owner));
    }

    /**
     * Saves what is in it now.
     *
     * @throws StaleDraft where it is not the one that they saw: it was saved, sent or discarded meanwhile
     */
    public FormDraft save(FormDraft seen, String content) throws StaleDraft {
        FormDraft saved = new FormDraft(
                seen.id(), seen.owner(), seen.about(), seen.begunAt(), now(), seen.revision() + 1, content);
        Bson asSeen = Filters.and(theirs(seen.id(), seen.owner()), Filters.eq(REVISION, seen.revision()));
        UpdateResult result = reaching(() -> drafts.replaceOne(asSeen, document(saved)));
        if (result.getMatchedCount() == 0) {
            throw new StaleDraft();
        }
        return saved;
    }

    /** Theirs, the latest change first. */
    public List<FormDraft> of(String owner) {
        List<Document> found = reaching(() -> drafts.find(Filters.eq(OWNER, pseudonyms.account(owner)))
                .sort(Sorts.descending(CHANGED))
                .into(new ArrayList<>()));
        return found.stream()
                .filter(this::isKept)
                .map(document -> draft(document, owner))
                .toList();
    }

    /** Forgets one of theirs; nothing where there is none of that id. */
    public void discard(String id, String owner) {
        reaching(() -> drafts.deleteOne(theirs(id, owner)));
    }

    /** Forgets all that are about a young person, whoever began them. */
    void forget(Person about) {
        reaching(() -> drafts.deleteMany(Filters.eq(ABOUT, about.pseudonym())));
    }

    private Bson theirs(String id, String owner) {
        return Filters.and(Filters.eq(ID, id), Filters.eq(OWNER, pseudonyms.account(owner)));
    }

    private boolean isKept(Document document) {
        return document.getDate(CHANGED).toInstant().plus(keep).isAfter(clock.instant());
    }

    private String pseudonym(PersonKey about) {
        return pseudonyms.person(about.area(), about.reference()).pseudonym();
    }

    private Document document(FormDraft draft) {
        Map<String, Object> sealed = new LinkedHashMap<>();
        sealed.put("area", draft.about().area());
        sealed.put("reference", draft.about().reference());
        sealed.put("content", draft.content());
        byte[] plain = Json.write(sealed).getBytes(StandardCharsets.UTF_8);
        if (plain.length > LONGEST) {
            throw new IllegalArgumentException("a draft has " + plain.length + " bytes, more than " + LONGEST);
        }
        try {
            return new Document(ID, draft.id())
                    .append(OWNER, pseudonyms.account(draft.owner()))
                    .append(ABOUT, pseudonym(draft.about()))
                    .append(BEGUN, Date.from(draft.begunAt()))
                    .append(CHANGED, Date.from(draft.changedAt()))
                    .append(REVISION, draft.revision())
                    .append(SEALED, new Binary(masterKey.encrypt(plain, place(draft.id()))));
        } catch (GeneralSecurityException e) {
            throw new TrailUnavailable("the master key seals nothing", e);
        }
    }

    private FormDraft draft(Document document, String owner) {
        String id = document.getString(ID);
        try {
            byte[] plain = masterKey.decrypt(document.get(SEALED, Binary.class).getData(), place(id));
            JsonNode sealed = Json.read(new String(plain, StandardCharsets.UTF_8));
            return new FormDraft(
                    id,
                    owner,
                    new PersonKey(
                            sealed.path("area").asString(),
                            sealed.path("reference").asString()),
                    document.getDate(BEGUN).toInstant(),
                    document.getDate(CHANGED).toInstant(),
                    document.getLong(REVISION),
                    sealed.path("content").asString());
        } catch (GeneralSecurityException e) {
            throw new TrailUnavailable("a draft cannot be opened with the master key", e);
        }
    }

    /** So that what is sealed for one draft is of no use in the place of another. */
    private static byte[] place(String id) {
        return ("waymark/form-draft/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new TrailUnavailable("the store does not answer", e);
        }
    }
}
