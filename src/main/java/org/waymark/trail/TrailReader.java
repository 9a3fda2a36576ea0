package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Reads all entries about a person, by their ids alone: as many as the hint says and some more, until one is absent.
 */
final class TrailReader {

    /** The most ids asked for at once. */
    private static final long CHUNK = 200;

    /** The most ids in one answer when all are asked for: some three megabytes. */
    private static final int IDS = 50_000;

    /** The most entries in one answer: an entry may take 4 MiB, see {@link Draft}, and an answer 45. */
    private static final int BATCH = 11;

    private final MongoCollection<Document> entries;
    private final Heads heads;
    private final Opener opener;

    TrailReader(MongoCollection<Document> entries, Heads heads, Opener opener) {
        this.entries = entries;
        this.heads = heads;
        this.opener = opener;
    }

    List<Entry> of(Person person) {
        long hint = heads.of(person);
        List<Entry> read = new ArrayList<>();
        long asked;
        int before;
        do {
            before = read.size();
            asked = Math.min(CHUNK, Math.max(hint - before, 0) + Heads.STRIDE);
            read.addAll(next(person, before + 1, asked));
        } while (read.size() == before + asked);
        return Erased.in(read);
    }

    /** Those after a place: for whoever read that far and looks again, so no hint is worth a look-up. */
    List<Entry> after(Person person, long sequence) {
        List<Entry> read = new ArrayList<>();
        int before;
        do {
            before = read.size();
            read.addAll(next(person, sequence + before + 1, Heads.STRIDE));
        } while (read.size() == before + Heads.STRIDE);
        return List.copyOf(read);
    }

    /** The ids of all entries, by person and place; so many at a time that no other work waits for long. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        int before;
        do {
            before = ids.size();
            Document after = before == 0
                    ? new Document()
                    : new Document(EntryDocument.ID, new Document("$gt", ids.get(before - 1)));
            entries.find(after)
                    .projection(new Document(EntryDocument.ID, 1))
                    .sort(new Document(EntryDocument.ID, 1))
                    .limit(IDS)
                    .map(id -> id.getString(EntryDocument.ID))
                    .into(ids);
        } while (ids.size() == before + IDS);
        return ids;
    }

    /** The entries that have these ids, in the order of the ids. */
    List<Entry> named(List<String> ids) {
        List<Entry> found = open(ids);
        if (found.size() != ids.size()) {
            throw new TrailUnavailable(ids.size() - found.size() + " entries of the trail are lost", null);
        }
        return found.stream().sorted(Comparator.comparing(Entry::id)).toList();
    }

    /** The entries from a place on, without a gap, as many as there are up to a number. */
    private List<Entry> next(Person person, long from, long count) {
        while (true) {
            List<Entry> found = find(person, from, count);
            OptionalLong absent = LongStream.range(0, found.size())
                    .filter(i -> found.get((int) i).sequence() != from + i)
                    .findFirst();
            if (absent.isEmpty()) {
                return found;
            }
            // Absent though a later one is there: it came while we read, or it is lost.
            requireEntry(person, from + absent.getAsLong());
        }
    }

    private List<Entry> find(Person person, long from, long count) {
        List<String> ids = LongStream.range(from, from + count)
                .mapToObj(sequence -> Entry.id(person, sequence))
                .toList();
        return open(ids).stream()
                .sorted(Comparator.comparingLong(Entry::sequence))
                .toList();
    }

    private List<Entry> open(List<String> ids) {
        return opener.open(entries.find(new Document(EntryDocument.ID, new Document("$in", ids)))
                .batchSize(BATCH)
                .into(new ArrayList<>()));
    }

    private void requireEntry(Person person, long sequence) {
        String id = Entry.id(person, sequence);
        if (entries.find(new Document(EntryDocument.ID, id)).first() == null) {
            throw new TrailUnavailable("entry " + sequence + " of a trail is lost: `" + id + "` is not there", null);
        }
    }
}
