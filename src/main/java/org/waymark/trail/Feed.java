package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.waymark.trail.Lanes.Lane;

/**
 * What was recorded and is in no log yet, from every process. For one reader at a time, who keeps how far it read.
 *
 * <p>Every method throws {@link com.mongodb.MongoException} where the store does not answer.
 */
public final class Feed {

    /**
     * How long after a process was last heard of its lanes are looked at still: longer than any write can be on its
     * way, and than clocks differ.
     */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private final MongoCollection<Document> runs;
    private final MongoCollection<Document> entries;
    private final Clock clock;

    public Feed(MongoDatabase database, Clock clock) {
        this.runs = database.getCollection("runs");
        this.entries = database.getCollection("trail");
        this.clock = clock;
    }

    /**
     * An entry that is next in its lane.
     *
     * @param number its number there
     */
    public record Next(SealedEntry entry, String lane, long number) {}

    /**
     * The next entries, those of a lane in its order; none where all is read.
     *
     * @param positions the number of the next entry by lane, as far as that is not the first
     * @param most how many to read, more or less
     */
    public List<Next> read(Map<String, Long> positions, int most) {
        List<Next> found = new ArrayList<>();
        Map<String, Long> reached = new HashMap<>(positions);
        for (Document run : runs.find().into(new ArrayList<>())) {
            read(run, reached, most, found);
        }
        return found;
    }

    private void read(Document run, Map<String, Long> reached, int most, List<Next> found) {
        List<String> lanes = IntStream.range(0, run.getInteger("lanes"))
                .mapToObj(number -> Lane.name(run.getString("_id"), number))
                .toList();
        List<Next> more = List.of();
        do {
            more = next(lanes, reached);
            more.forEach(one -> reached.put(one.lane(), one.number() + 1));
            found.addAll(more);
        } while (!more.isEmpty() && found.size() < most);
        if (more.isEmpty() && forgotten(run)) {
            runs.deleteOne(new Document("_id", run.getString("_id")));
        }
    }

    /** One entry of each lane at most. */
    private List<Next> next(List<String> lanes, Map<String, Long> reached) {
        Map<String, Next> wanted = new HashMap<>();
        List<String> places = new ArrayList<>();
        for (String lane : lanes) {
            places.add(Lane.place(lane, reached.getOrDefault(lane, 1L)));
        }
        entries.find(new Document(EntryDocument.LANE, new Document("$in", places)))
                .forEach(document -> {
                    SealedEntry entry = EntryDocument.sealed(document);
                    wanted.put(entry.lane(), next(entry));
                });
        return wanted.values().stream()
                .sorted(Comparator.comparing((Next one) -> one.entry().recordedAt())
                        .thenComparing(one -> one.entry().id()))
                .toList();
    }

    /** The lanes that are looked at, of every process; what was read of others need not be remembered. */
    public Set<String> lanes() {
        Set<String> lanes = new TreeSet<>();
        runs.find()
                .forEach(run -> IntStream.range(0, run.getInteger("lanes"))
                        .mapToObj(number -> Lane.name(run.getString("_id"), number))
                        .forEach(lanes::add));
        return lanes;
    }

    private static Next next(SealedEntry entry) {
        int colon = entry.lane().lastIndexOf(':');
        return new Next(
                entry,
                entry.lane().substring(0, colon),
                Long.parseLong(entry.lane().substring(colon + 1)));
    }

    private boolean forgotten(Document run) {
        return run.getDate("seenAt").toInstant().plus(REMEMBERED).isBefore(Instant.now(clock));
    }
}
