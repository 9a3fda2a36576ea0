package org.waymark.trail.sealing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.Tile;
import org.waymark.trail.log.TileGrowth;
import org.waymark.trail.log.TilePlace;
import org.waymark.trail.log.Tiles;

/**
 * The log in the store. A batch is one document whose number nobody else can take: that alone decides the order. Tiles
 * and the index are worked out from batches and can be written again at any time to the same effect; the noted head is
 * the last batch for which that is done.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer.
 */
final class LogStore {

    private static final String ID = "_id";
    private static final Document HEAD = new Document(ID, "log-head");
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> batches;
    private final MongoCollection<Document> tiles;
    private final MongoCollection<Document> index;
    private final MongoCollection<Document> meta;

    LogStore(MongoDatabase database) {
        this.batches = database.getCollection("log-batches");
        this.tiles = database.getCollection("log-tiles");
        this.index = database.getCollection("log-index");
        this.meta = database.getCollection("meta");
    }

    /** How far the log has come, as far as everything about it is written. */
    LogHead head() {
        long noted = noted();
        return noted == 0
                ? LogHead.EMPTY
                : batch(noted).orElseThrow(() -> lost(noted)).after();
    }

    /** Brings to its end what whoever appended before may have left half done. To be called by the one who appends. */
    LogHead recover() {
        LogHead head = head();
        for (Optional<Batch> next = batch(head.batch() + 1); next.isPresent(); next = batch(head.batch() + 1)) {
            derive(next.get());
            head = next.get().after();
        }
        return head;
    }

    /**
     * Appends a batch, for good.
     *
     * @return whether it is in the log; if not, somebody else's has its number
     */
    boolean append(Batch batch) {
        try {
            batches.insertOne(document(batch));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
        derive(batch);
        return true;
    }

    private void derive(Batch batch) {
        List<Tile> grown = TileGrowth.grow(tiles(batch.first()), batch.first(), batch.hashes());
        grown.forEach(tile -> tiles.replaceOne(key(tile.place(), tile.hashes().size()), document(tile), UPSERT));
        List<Document> found = new ArrayList<>();
        for (int i = 0; i < batch.leaves().size(); i++) {
            found.add(new Document(ID, batch.leaves().get(i).entry()).append("leaf", batch.first() + i));
        }
        found.forEach(one -> index.replaceOne(new Document(ID, one.getString(ID)), one, UPSERT));
        if (noted() < batch.after().batch()) {
            meta.replaceOne(
                    HEAD, new Document(HEAD).append("batch", batch.after().batch()), UPSERT);
        }
        // A tile that was widened is needed no more: whoever looks for it looks at the head again.
        grown.forEach(
                tile -> dropNarrower(tile.place(), batch.first(), tile.hashes().size()));
    }

    private void dropNarrower(TilePlace place, long sizeBefore, int width) {
        int before = place.width(sizeBefore);
        if (before > 0 && before < width) {
            tiles.deleteOne(key(place, before));
        }
    }

    /** The tiles of the log as it was at a size that was, or is, its head. */
    Tiles tiles(long size) {
        return (place, width) -> {
            Document found = tiles.find(key(place, place.width(size))).first();
            return found == null ? List.of() : hashes(found.get("hashes", Binary.class));
        };
    }

    /** The leaves that entries are, by entry id; those that are in no log yet are absent. */
    Map<String, Long> leaves(Collection<String> entries) {
        Map<String, Long> found = new HashMap<>();
        if (!entries.isEmpty()) {
            index.find(new Document(ID, new Document("$in", List.copyOf(entries))))
                    .forEach(one -> found.put(one.getString(ID), one.getLong("leaf")));
        }
        return found;
    }

    /** A batch, in its order; absent where the log has not come that far. */
    Optional<Batch> batch(long number) {
        return Optional.ofNullable(batches.find(new Document(ID, id(number))).first())
                .map(LogStore::batch);
    }

    /** The id of the entry that is a leaf, by a few looks however long the log is; absent where it has no such leaf. */
    Optional<String> entry(long leaf) {
        return holding(leaf)
                .map(batch -> batch.leaves().get((int) (leaf - batch.first())).entry());
    }

    /** The batch that a leaf is in, by a few looks; absent where the log, as far as its head is noted, has none. */
    Optional<Batch> holding(long leaf) {
        long low = 1;
        long high = noted();
        while (low <= high) {
            long middle = (low + high) >>> 1;
            Batch batch = batch(middle).orElseThrow(() -> lost(middle));
            if (leaf < batch.first()) {
                high = middle - 1;
            } else if (leaf >= batch.end()) {
                low = middle + 1;
            } else {
                return Optional.of(batch);
            }
        }
        return Optional.empty();
    }

    /** The batch that is noted as the last; absent while the log is empty. */
    Optional<Batch> last() {
        return batch(noted());
    }

    /** Batches from one to another, both included, in their order. */
    List<Batch> batches(long from, long to) {
        List<String> ids =
                LongStream.rangeClosed(from, to).mapToObj(LogStore::id).toList();
        return batches
                .find(new Document(ID, new Document("$in", ids)))
                .map(LogStore::batch)
                .into(new ArrayList<>())
                .stream()
                .sorted((a, b) -> Long.compare(a.after().batch(), b.after().batch()))
                .toList();
    }

    private long noted() {
        Document found = meta.find(HEAD).first();
        return found == null ? 0 : found.getLong("batch");
    }

    private static IllegalStateException lost(long batch) {
        return new IllegalStateException("batch " + batch + " of the log is lost");
    }

    private static String id(long number) {
        return "%012d".formatted(number);
    }

    private static Document key(TilePlace place, int width) {
        return new Document(ID, "%d/%012d/%03d".formatted(place.level(), place.index(), width));
    }

    private static Document document(Tile tile) {
        return key(tile.place(), tile.hashes().size()).append("hashes", binary(tile.hashes()));
    }

    private static Document document(Batch batch) {
        LogHead after = batch.after();
        return new Document(ID, id(after.batch()))
                .append("batch", after.batch())
                .append("first", batch.first())
                .append(
                        "entries",
                        batch.leaves().stream().map(Batch.Leaf::entry).toList())
                .append("hashes", binary(batch.hashes()))
                .append("size", after.tree().size())
                .append("edge", binary(after.tree().edge()))
                .append("lanes", new Document(new TreeMap<>(after.positions())));
    }

    private static Batch batch(Document document) {
        List<Hash> hashes = hashes(document.get("hashes", Binary.class));
        List<String> entries = document.getList("entries", String.class);
        List<Batch.Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            leaves.add(new Batch.Leaf(entries.get(i), hashes.get(i)));
        }
        Map<String, Long> positions = new HashMap<>();
        document.get("lanes", Document.class).forEach((lane, next) -> positions.put(lane, (Long) next));
        CompactTree tree = new CompactTree(document.getLong("size"), hashes(document.get("edge", Binary.class)));
        return new Batch(document.getLong("first"), leaves, new LogHead(document.getLong("batch"), tree, positions));
    }

    private static Binary binary(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return new Binary(bytes.toByteArray());
    }

    private static List<Hash> hashes(@Nullable Binary binary) {
        byte[] bytes = binary == null ? new byte[0] : binary.getData();
        List<Hash> hashes = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += Hash.LENGTH) {
            hashes.add(new Hash(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH)));
        }
        return hashes;
    }
}
