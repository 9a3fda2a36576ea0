package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Erasure;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.TrailUnavailable;

/**
 * Keeps forms that somebody has begun to fill in, so that nothing is lost of what was typed. What a method was given is
 * on disk when it returns; at rest it is encrypted, and names nobody. A draft that nobody changed for a time is gone.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer: then it is not known whether the
 * draft was saved, and the same can be sent again.
 */
public final class FormDrafts implements Forgets {

    /** How many are kept for one person. */
    public static final int MOST = 50;

    /** How long a draft's content may be, in bytes of UTF-8. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final Comparator<KeptDraft> NEWEST_FIRST =
            Comparator.comparing(KeptDraft::changedAt).reversed().thenComparing(Comparator.comparing(KeptDraft::place));

    private static final String CONTENT = "content";
    private static final String AREA = "area";

    private final DraftStore store;
    private final DraftSeal seal;
    private final Pseudonyms pseudonyms;
    private final Duration keep;
    private final Clock clock;

    /**
     * @param keep how long a draft is kept after its last change
     * @throws IllegalArgumentException where that is no time at all
     */
    public FormDrafts(MongoDatabase database, Aead master, Pseudonyms pseudonyms, Duration keep, Clock clock) {
        if (keep.isZero() || keep.isNegative()) {
            throw new IllegalArgumentException(
                    "`waymark.drafts.keep` is `" + keep + "`; it is a time to keep drafts for, such as `30d`");
        }
        this.store = new DraftStore(database);
        this.seal = new DraftSeal(master);
        this.pseudonyms = pseudonyms;
        this.keep = keep;
        this.clock = clock;
    }

    /** The same, of a form that names no young person yet. */
    public FormDraft begin(String owner, String area, String content) {
        return begin(owner, area, content, null);
    }

    /**
     * Keeps a new draft, as its first revision.
     *
     * @param about whom the form names: the draft is deleted with what is recorded about them when that is erased
     * @throws TooManyDrafts where the owner has {@value #MOST} already
     * @throws DraftTooLarge where the content has more than {@value #MOST_BYTES} bytes
     */
    public FormDraft begin(String owner, String area, String content, @Nullable PersonKey about) {
        requireRoom(content);
        String account = pseudonyms.draftOwner(owner);
        if (full(account, MOST - 1)) {
            throw new TooManyDrafts();
        }
        Instant now = now();
        FormDraft draft = new FormDraft(pseudonyms.draftId(), owner, area, now, now, 1, content);
        KeptDraft kept = sealed(draft, pseudonym(about));
        store.add(kept);
        // Of several that are begun at once, those that came too late go again.
        if (full(account, MOST)) {
            store.remove(kept.place());
            throw new TooManyDrafts();
        }
        return draft;
    }

    /** The owner's draft of that id; nothing where it is another's, or there is none any more. */
    public Optional<FormDraft> find(String id, String owner) {
        return kept(id, owner).map(kept -> opened(kept, owner));
    }

    /** The same, of a form that is about whom it was about before. */
    public FormDraft save(String id, String owner, long revision, String content) throws StaleDraft, NoSuchDraft {
        KeptDraft before = kept(id, owner).orElseThrow(NoSuchDraft::new);
        return save(before, owner, revision, content, before.about());
    }

    /**
     * Keeps what the form holds now. What is kept already is no conflict, whatever revision it is sent with, so that a
     * save whose answer was lost can be sent again.
     *
     * @param revision the one that was read before it was changed
     * @param about whom the form names now
     * @return the draft with its new revision
     * @throws StaleDraft where it was changed since, by another tab
     * @throws DraftTooLarge where the content has more than {@value #MOST_BYTES} bytes
     */
    public FormDraft save(String id, String owner, long revision, String content, @Nullable PersonKey about)
            throws StaleDraft, NoSuchDraft {
        return save(kept(id, owner).orElseThrow(NoSuchDraft::new), owner, revision, content, pseudonym(about));
    }

    private FormDraft save(KeptDraft before, String owner, long revision, String content, @Nullable String about)
            throws StaleDraft, NoSuchDraft {
        requireRoom(content);
        FormDraft stored = opened(before, owner);
        if (stored.content().equals(content) && Objects.equals(before.about(), about)) {
            return stored;
        }
        if (stored.revision() != revision) {
            throw new StaleDraft(stored);
        }
        FormDraft draft =
                new FormDraft(stored.id(), owner, stored.area(), stored.begunAt(), now(), revision + 1, content);
        if (!store.replace(revision, sealed(draft, about))) {
            throw new StaleDraft(find(stored.id(), owner).orElseThrow(NoSuchDraft::new));
        }
        return draft;
    }

    /** The owner's drafts, the one that was changed last first; {@value #MOST} at most. */
    public List<FormDraft> of(String owner) {
        return store.at(store.places(pseudonyms.draftOwner(owner), MOST)).stream()
                .filter(this::alive)
                .sorted(NEWEST_FIRST)
                .map(kept -> opened(kept, owner))
                .toList();
    }

    /** Deletes the owner's draft, once it is submitted or no more wanted; nothing where there is none. */
    public void discard(String id, String owner) {
        store.remove(place(id, owner));
    }

    /** Deletes what is about a young person of whom all is erased. */
    @Override
    public void forget(Erasure.Done erased) {
        if (erased.whole()) {
            store.removeAbout(erased.person());
        }
    }

    /** Deletes the drafts of everybody that were not changed for too long, and says how many. */
    long tidy() {
        return store.removeUnchangedSince(now().minus(keep));
    }

    private boolean full(String account, int most) {
        if (store.places(account, most + 1).size() <= most) {
            return false;
        }
        // Some of them may be past their time.
        tidy();
        return store.places(account, most + 1).size() > most;
    }

    private Optional<KeptDraft> kept(String id, String owner) {
        return store.find(place(id, owner)).filter(this::alive);
    }

    private boolean alive(KeptDraft kept) {
        return kept.changedAt().plus(keep).isAfter(now());
    }

    private KeptDraft sealed(FormDraft draft, @Nullable String about) {
        String place = place(draft.id(), draft.owner());
        DraftSeal.Sealed sealed = seal.seal(Map.of(AREA, draft.area(), CONTENT, draft.content()), place);
        return new KeptDraft(place, draft.begunAt(), draft.changedAt(), draft.revision(), about, sealed);
    }

    private FormDraft opened(KeptDraft kept, String owner) {
        Map<String, String> texts = seal.open(kept.sealed(), kept.place());
        return new FormDraft(
                kept.id(),
                owner,
                Objects.requireNonNull(texts.get(AREA)),
                kept.begunAt(),
                kept.changedAt(),
                kept.revision(),
                Objects.requireNonNull(texts.get(CONTENT)));
    }

    private String place(String id, String owner) {
        return KeptDraft.place(pseudonyms.draftOwner(owner), id);
    }

    private @Nullable String pseudonym(@Nullable PersonKey about) {
        return about == null
                ? null
                : pseudonyms.person(about.area(), about.reference()).pseudonym();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireRoom(String content) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new DraftTooLarge(bytes);
        }
    }
}
