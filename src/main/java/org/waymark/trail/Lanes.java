package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Numbers what this process records, so that the log can find every entry without looking through the store. A process
 * has a fixed number of lanes; an entry takes the next number of one. A lane has one writer at a time, and a number
 * that was not recorded, or of which that is not known, is taken again: the store lets one entry have it. So a lane
 * has no gaps, and whoever knows its last number finds the next entry by name.
 */
final class Lanes {

    /** How many may record at once in one process: the embedded store commits that many together. */
    static final int COUNT = 32;

    private static final long MOST_SECONDS = 30;

    private final MongoCollection<Document> runs;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();
    private final BlockingQueue<Lane> free = new ArrayBlockingQueue<>(COUNT);
    private boolean registered;

    Lanes(MongoDatabase database, Clock clock) {
        this.runs = database.getCollection("runs");
        this.clock = clock;
        IntStream.range(0, COUNT).mapToObj(number -> new Lane(run, number)).forEach(free::add);
    }

    /**
     * A lane for one entry; to be {@linkplain #free freed} whatever becomes of it.
     *
     * @throws TrailUnavailable if none is free for half a minute, as the store does not keep up
     */
    Lane take() {
        register();
        try {
            Lane lane = free.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (lane == null) {
                throw new TrailUnavailable("the store does not keep up with what is to be recorded", null);
            }
            return lane;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailable("interrupted while waiting to record", e);
        }
    }

    void free(Lane lane) {
        free.add(lane);
    }

    /** Must be in the store before the first entry is, or the log would not look for it. */
    private synchronized void register() {
        if (!registered) {
            seen();
            registered = true;
        }
    }

    /** Says that this process is alive, so that its lanes are looked at. */
    synchronized void seen() {
        runs.replaceOne(
                new Document("_id", run),
                new Document("_id", run).append("lanes", COUNT).append("seenAt", Date.from(Instant.now(clock))),
                new ReplaceOptions().upsert(true));
    }

    /** A strip of numbered places, of one writer at a time. */
    static final class Lane {

        private final String name;
        private long next = 1;

        private Lane(String run, int number) {
            this.name = name(run, number);
        }

        static String name(String run, int number) {
            return run + "/" + number;
        }

        static String place(String name, long number) {
            return name + ":" + number;
        }

        /** The place that the next entry takes. */
        String place() {
            return place(name, next);
        }

        /** Its place is taken now. */
        void advance() {
            next++;
        }
    }
}
