package org.waymark.trail;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedEntry.Open;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.keys.PersonKey;
import org.waymark.trail.keys.PersonKeys;

/** Seals what is recorded, and opens what is read, with the keys that are there. */
final class Opener {

    private final PersonKeys keys;

    Opener(PersonKeys keys) {
        this.keys = keys;
    }

    /**
     * A document ready to be kept but for its lane.
     *
     * @param previous the hash of the entry before it
     */
    Sealing seal(Entry entry, @Nullable String previous) {
        if (!entry.kind().personal()) {
            return new Sealing(entry, previous, new Open(entry.content()), null);
        }
        ContentKey content = ContentKey.random();
        PersonKey person = keys.current(entry.person().pseudonym());
        byte[] sealed = content.seal(entry.content(), entry.id());
        return new Sealing(
                entry,
                previous,
                new Encrypted(Base64.getEncoder().encodeToString(sealed), content.commitment()),
                new KeptKey(person.id(), new Binary(person.wrap(content, entry.id()))));
    }

    /** Documents as entries, in their order; those whose keys are gone without content. */
    List<Entry> open(List<Document> documents) {
        Map<String, PersonKey> persons = keys.named(documents.stream()
                .map(EntryDocument::key)
                .flatMap(Stream::ofNullable)
                .map(KeptKey::by)
                .distinct()
                .toList());
        return documents.stream().map(document -> open(document, persons)).toList();
    }

    /** The content keys of entries, where they are there still. */
    List<Optional<ContentKey>> keys(List<Document> documents) {
        Map<String, PersonKey> persons = keys.named(documents.stream()
                .map(EntryDocument::key)
                .flatMap(Stream::ofNullable)
                .map(KeptKey::by)
                .distinct()
                .toList());
        return documents.stream().map(document -> key(document, persons)).toList();
    }

    private static Entry open(Document document, Map<String, PersonKey> persons) {
        SealedEntry sealed = EntryDocument.sealed(document);
        if (sealed.body() instanceof Open open) {
            return entry(sealed, open.texts(), false);
        }
        Optional<ContentKey> key = key(document, persons);
        if (key.isEmpty()) {
            return entry(sealed, Map.of(), true);
        }
        String content = ((Encrypted) sealed.body()).content();
        try {
            return entry(sealed, key.get().open(Base64.getDecoder().decode(content), sealed.id()), false);
        } catch (GeneralSecurityException e) {
            throw changed(sealed, e);
        }
    }

    private static Optional<ContentKey> key(Document document, Map<String, PersonKey> persons) {
        KeptKey kept = EntryDocument.key(document);
        PersonKey person = kept == null ? null : persons.get(kept.by());
        if (kept == null || person == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(person.unwrap(
                    kept.wrapped().getData(), Objects.requireNonNull(document.getString(EntryDocument.ID))));
        } catch (GeneralSecurityException e) {
            throw changed(EntryDocument.sealed(document), e);
        }
    }

    private static TrailUnavailable changed(SealedEntry entry, GeneralSecurityException e) {
        return new TrailUnavailable("entry `" + entry.id() + "` does not open: it was changed in the store", e);
    }

    private static Entry entry(SealedEntry sealed, Map<String, String> content, boolean erased) {
        return new Entry(
                sealed.person(),
                sealed.format(),
                sealed.sequence(),
                Kind.of(sealed.kind()),
                sealed.submission(),
                sealed.decisionId(),
                sealed.actor(),
                sealed.recordedAt(),
                content,
                erased);
    }

    /** An entry that is encrypted and has no lane yet. */
    record Sealing(
            Entry entry,
            @Nullable String previous,
            SealedEntry.Body body,
            @Nullable KeptKey key) {

        Document in(String lane) {
            return EntryDocument.of(
                    new SealedEntry(
                            entry.format(),
                            entry.person(),
                            entry.sequence(),
                            entry.kind().code(),
                            entry.submission(),
                            entry.decisionId(),
                            entry.actor(),
                            entry.recordedAt(),
                            previous,
                            lane,
                            body),
                    key);
        }
    }
}
