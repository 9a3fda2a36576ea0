package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.log.LogKey;

/** The log as the service runs it, for tests of other rooms. */
public final class LogAtWork implements AutoCloseable {

    private final SealedLog log;
    private final Sealing sealing;

    public LogAtWork(MongoDatabase database, Path folder, Trail trail, Pseudonyms pseudonyms) {
        LogKey key = LogKey.generate("at-work", new SecureRandom());
        CheckpointStore checkpoints = new CheckpointStore(database);
        this.log = new SealedLog(new LogStore(database), checkpoints, key.verifier());
        KeyChange change = new KeyChange(key, null, trail, pseudonyms, checkpoints, Clock.systemUTC());
        this.sealing = new Sealing(
                new Sequencer(database, Clock.systemUTC()),
                new Sealer(
                        key,
                        change::known,
                        new LogStore(database),
                        checkpoints,
                        new CheckpointFolder(folder.resolve("checkpoints")),
                        Clock.systemUTC()),
                change,
                new Witnesses(List.of(), database, checkpoints, log),
                log,
                Duration.ofSeconds(5));
        sealing.start();
    }

    /** How many entries are in the log. */
    public long sealed() {
        return log.size();
    }

    @Override
    public void close() {
        sealing.stop();
    }
}
