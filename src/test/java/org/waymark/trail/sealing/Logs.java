package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Trails;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Cosignature;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/** A log as tests keep it: sealed when they say so, and cosigned by a witness of their own. */
public final class Logs {

    private final CheckpointStore checkpoints;
    private final SealedLog log;
    private final Sealing sealing;
    private final LogKey witness;

    public Logs(MongoDatabase database, Path folder, LogKey key, LogKey witness) {
        this(database, folder, key, null, witness);
    }

    /** @param previous hands over to the key where it has signed last */
    public Logs(MongoDatabase database, Path folder, LogKey key, @Nullable LogKey previous, LogKey witness) {
        LogStore store = new LogStore(database);
        this.checkpoints = new CheckpointStore(database);
        this.witness = witness;
        this.log = new SealedLog(store, checkpoints, key.verifier());
        Witness agency = new Witness(URI.create("http://127.0.0.1:1/"), witness.cosigner());
        KeyChange change =
                new KeyChange(key, previous, Trails.in(database), Trails.names(), checkpoints, Clock.systemUTC());
        this.sealing = new Sealing(
                new Sequencer(database, Clock.systemUTC()),
                new Sealer(key, change::known, store, checkpoints, new CheckpointFolder(folder), Clock.systemUTC()),
                change,
                new Witnesses(List.of(agency), database, checkpoints, log),
                log,
                Duration.ofDays(1));
    }

    public SealedLog log() {
        return log;
    }

    public Sealing sealing() {
        return sealing;
    }

    /** A checkpoint of all that is recorded, with the witness's signature. */
    public SignedNote seal() {
        SignedNote note = sealing.checkpointNow().orElseThrow();
        Checkpoint checkpoint = Checkpoint.of(note);
        SignedNote cosigned =
                note.with(Cosignature.sign(witness, checkpoint, 1_773_225_001).signature());
        checkpoints.keep(new Kept(checkpoint.size(), cosigned, Instant.parse("2026-03-11T10:30:01Z")));
        return cosigned;
    }
}
