package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.store.Lease;
import org.waymark.trail.Entry;
import org.waymark.trail.Feed;
import org.waymark.trail.Feed.Next;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.MerkleHashing;

/**
 * Makes every entry a leaf of the log: each once, without a gap, and none before the entry that it follows. One process
 * at a time does it for all; another takes over where that one ends.
 */
final class Sequencer {

    /** Leaves in one batch: a document of some 100 kB. */
    private static final int MOST = 1000;

    private final Feed feed;
    private final LogStore log;
    private final Lease lease;
    private @Nullable LogHead head;

    Sequencer(MongoDatabase database, Clock clock) {
        this.feed = new Feed(database, clock);
        this.log = new LogStore(database);
        this.lease = new Lease(database, "log-lease", clock);
    }

    /**
     * Appends what is new, all of it.
     *
     * @return how far the log has come; nothing where another process does this work
     * @throws com.mongodb.MongoException where the store does not answer; what was appended then is found next time
     */
    synchronized Optional<LogHead> run() {
        try {
            return lease.take() ? Optional.of(catchUp()) : stop();
        } catch (RuntimeException e) {
            // Whether the last write took place is not known: look again before the next.
            head = null;
            throw e;
        }
    }

    private Optional<LogHead> stop() {
        head = null;
        return Optional.empty();
    }

    private LogHead catchUp() {
        LogHead now = head == null ? log.recover() : head;
        while (true) {
            Batch next = batch(now);
            if (!next.leaves().isEmpty()) {
                now = log.append(next) ? next.after() : log.recover();
                lease.take();
            } else if (!next.after().positions().equals(now.positions())) {
                now = new LogHead(now.batch(), now.tree(), next.after().positions());
            } else {
                head = now;
                return now;
            }
        }
    }

    /** The work is given up, for another process to go on with. */
    synchronized void release() {
        head = null;
        lease.release();
    }

    private Batch batch(LogHead now) {
        List<Next> read = feed.read(now.positions(), MOST);
        Set<String> logged = logged(read);
        List<Next> taken = inOrder(read, new HashSet<>(logged));
        List<Batch.Leaf> leaves = taken.stream()
                .map(Next::entry)
                // A process that was forgotten and is heard of again is read from its first entry.
                .filter(entry -> !logged.contains(entry.id()))
                .map(entry -> new Batch.Leaf(entry.id(), MerkleHashing.leaf(entry.bytes())))
                .toList();
        Map<String, Long> positions = new HashMap<>(now.positions());
        taken.forEach(one -> positions.put(one.lane(), one.number() + 1));
        positions.keySet().retainAll(feed.lanes());
        CompactTree tree =
                now.tree().append(leaves.stream().map(Batch.Leaf::hash).toList());
        return new Batch(now.tree().size(), leaves, new LogHead(now.batch() + 1, tree, positions));
    }

    /** Which of these entries, and of those that they follow, are leaves. */
    private Set<String> logged(List<Next> read) {
        List<String> asked = read.stream()
                .map(Next::entry)
                .flatMap(entry -> Stream.of(entry.id(), before(entry)))
                .distinct()
                .toList();
        return log.leaves(asked).keySet();
    }

    /**
     * Those whose predecessor is a leaf already, or becomes one before them. Of two lanes the second may be read when
     * an entry is there that follows one of the first, which was not there yet when the first was read: it waits.
     */
    private static List<Next> inOrder(List<Next> read, Set<String> logged) {
        List<Next> taken = new ArrayList<>();
        List<Next> left = new ArrayList<>(read);
        boolean moved = true;
        while (moved) {
            moved = false;
            List<Next> still = new ArrayList<>();
            Set<String> held = new HashSet<>();
            for (Next one : left) {
                boolean ready = one.entry().sequence() == 1 || logged.contains(before(one.entry()));
                if (ready && !held.contains(one.lane())) {
                    taken.add(one);
                    logged.add(one.entry().id());
                    moved = true;
                } else {
                    held.add(one.lane());
                    still.add(one);
                }
            }
            left = still;
        }
        return taken;
    }

    private static String before(SealedEntry entry) {
        return Entry.id(entry.person(), entry.sequence() - 1);
    }
}
