package org.waymark.policy.impact;

import static org.waymark.policy.impact.AnalysisStore.reaching;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.waymark.policy.impact.Tally.Changed;
import org.waymark.trail.Person;

/**
 * What was found on each piece of the analyses that run, one document a piece, until they end. Whoever does a piece
 * keeps it here; whoever leads the analysis reads it here. Kept a second time a piece stays as it was.
 */
final class Findings {

    private static final String ID = "_id";
    private static final String SUMS = "sums";
    private static final String CHANGED = "changed";
    private static final String REVISION = "revision";

    /** Names asked for at once, and documents taken away at once. */
    private static final int PAGE = 1_000;

    private final MongoCollection<Document> pieces;

    Findings(MongoDatabase database) {
        this.pieces = database.getCollection("rescreening-findings");
    }

    /** Keeps what was found on a piece, unless something is kept of it. */
    void keep(Piece piece, Tally tally) {
        Document document = new Document(ID, piece.id())
                .append(SUMS, packed(TallyJson.sums(tally)))
                .append(CHANGED, packed(TallyJson.changed(tally.changed)))
                .append(REVISION, 0);
        reaching(() -> {
            try {
                return pieces.insertOne(document);
            } catch (MongoWriteException refused) {
                if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw refused;
                }
                return document;
            }
        });
    }

    boolean isKept(Piece piece) {
        return reaching(() -> pieces.find(new Document(ID, piece.id()))
                        .projection(new Document(REVISION, 1))
                        .first())
                != null;
    }

    /**
     * Adds what was found on a piece.
     *
     * @return false where nothing is kept of it
     */
    boolean addTo(Tally into, Piece piece) {
        List<Document> found = find(piece.id());
        for (Document one : found) {
            TallyJson.addSums(into, unpacked(one, SUMS));
            into.changed.addAll(TallyJson.readChanged(unpacked(one, CHANGED)));
        }
        return !found.isEmpty();
    }

    private List<Document> find(String id) {
        return reaching(() -> pieces.find(new Document(ID, id)).into(new ArrayList<>()));
    }

    /**
     * Takes rows out of what was found, in the pieces of some people.
     *
     * @param gone of which rows nothing may be left
     */
    void forget(Person person, Predicate<Changed> gone) {
        for (String id : ids("", any -> true)) {
            int number = id.lastIndexOf(':');
            int of = id.lastIndexOf(':', number - 1);
            int in = Piece.numberOf(person, Integer.parseInt(id.substring(of + 1, number)));
            if (in == Integer.parseInt(id.substring(number + 1))) {
                forget(id, gone);
            }
        }
    }

    /** The same in one piece. Two that take rows out at one time do not bring them back to each other. */
    void forget(String id, Predicate<Changed> gone) {
        for (Document one : find(id)) {
            List<Changed> changed = TallyJson.readChanged(unpacked(one, CHANGED));
            if (changed.removeIf(gone)) {
                int revision = one.getInteger(REVISION);
                Document same = new Document(ID, id).append(REVISION, revision);
                Document fewer = new Document(one)
                        .append(CHANGED, packed(TallyJson.changed(changed)))
                        .append(REVISION, revision + 1);
                boolean replaced =
                        reaching(() -> pieces.replaceOne(same, fewer)).getMatchedCount() == 1;
                if (!replaced) {
                    forget(id, gone);
                }
            }
        }
    }

    /** Lets go of all that was found for an analysis. */
    void drop(String analysis) {
        String prefix = analysis + ":";
        List<String> ids = ids(prefix, id -> id.startsWith(prefix));
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
            reaching(() -> pieces.deleteMany(new Document(ID, new Document("$in", some))));
        }
    }

    /** The ids of the analyses of which there is anything. */
    Set<String> analyses() {
        Set<String> analyses = new TreeSet<>();
        ids("", any -> true).forEach(id -> analyses.add(analysis(id)));
        return analyses;
    }

    private static String analysis(String id) {
        return id.substring(0, id.lastIndexOf(':', id.lastIndexOf(':') - 1));
    }

    /** Names after one, in order and off the index, for as long as they are wanted. */
    private List<String> ids(String after, Predicate<String> wanted) {
        List<String> ids = new ArrayList<>();
        String last = after;
        while (true) {
            String from = last;
            List<String> page = reaching(() -> pieces.find(new Document(ID, new Document("$gt", from)))
                    .projection(new Document(ID, 1))
                    .sort(new Document(ID, 1))
                    .limit(PAGE)
                    .map(one -> one.getString(ID))
                    .into(new ArrayList<>()));
            page.stream().takeWhile(wanted).forEach(ids::add);
            if (page.size() < PAGE || !wanted.test(page.get(PAGE - 1))) {
                return ids;
            }
            last = page.get(PAGE - 1);
        }
    }

    private static Binary packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Binary(bytes.toByteArray());
    }

    private static String unpacked(Document one, String field) {
        byte[] packed = one.get(field, Binary.class).getData();
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("what was kept of a piece of an analysis cannot be read", broken);
        }
    }
}
