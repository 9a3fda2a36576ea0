package org.waymark.trail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
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

    /** How often a process that records says that it is there. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /** A process that was silent for so long starts anew: the log looks no more at lanes of which it hears nothing. */
    private static final Duration FORGOTTEN = Feed.REMEMBERED.dividedBy(2);

    private final MongoCollection<Document> runs;
    private final Clock clock;
    private Run run = new Run();
    private Instant seenAt = Instant.MIN;

    Lanes(MongoDatabase database, Clock clock) {
        this.runs = database.getCollection("runs");
        this.clock = clock;
    }

    /**
     * A lane for one entry; to be {@linkplain Lane#free freed} whatever becomes of it.
     *
     * @throws TrailUnavailable if none is free for half a minute, as the store does not keep up
     */
    Lane take() {
        try {
            Lane lane = registered().free.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (lane == null) {
                throw new TrailUnavailable("the store does not keep up with what is to be recorded", null);
            }
            return lane;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailable("interrupted while waiting to record", e);
        }
    }

    /** Must be in the store before the first entry is, or the log would not look for it. */
    private synchronized Run registered() {
        Instant now = Instant.now(clock);
        if (seenAt.isBefore(now.minus(SEEN_EVERY))) {
            run = seenAt.isBefore(now.minus(FORGOTTEN)) ? new Run() : run;
            Document self = new Document("_id", run.id);
            runs.replaceOne(
                    self,
                    new Document(self).append("lanes", COUNT).append("seenAt", Date.from(now)),
                    new ReplaceOptions().upsert(true));
            seenAt = now;
        }
        return run;
    }

    /** The lanes of one process, for as long as it is heard of. */
    private static final class Run {

        private final String id = UUID.randomUUID().toString();
        private final BlockingQueue<Lane> free = new ArrayBlockingQueue<>(COUNT);

        Run() {
            IntStream.range(0, COUNT)
                    .mapToObj(number -> new Lane(Lane.name(id, number), free))
                    .forEach(free::add);
        }
    }

    /** A strip of numbered places, of one writer at a time. */
    static final class Lane {

        private final String name;
        private final BlockingQueue<Lane> home;
        private long next = 1;

        private Lane(String name, BlockingQueue<Lane> home) {
            this.name = name;
            this.home = home;
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

        /** For the next entry to take. */
        void free() {
            home.add(this);
        }
    }
}
