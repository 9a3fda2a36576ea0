package org.waymark.trail.sealing;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.waymark.trail.TrailUnavailable;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.sealing.CheckpointStore.Kept;

/** Appends to the log and seals it, all the time, on whichever node holds the lease. */
public final class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** How often new entries are looked for, in milliseconds. */
    private static final long EVERY = 500;

    /** How long somebody waits for a checkpoint that another node is to sign. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Sequencer sequencer;
    private final Sealer sealer;
    private final KeyChange keyChange;
    private final Witnesses witnesses;
    private final SealedLog log;
    private final Duration between;
    private ScheduledExecutorService thread = threads();
    private boolean handedOver;
    private volatile boolean running;
    private volatile @Nullable String trouble;

    Sealing(
            Sequencer sequencer,
            Sealer sealer,
            KeyChange keyChange,
            Witnesses witnesses,
            SealedLog log,
            Duration between) {
        this.sequencer = sequencer;
        this.sealer = sealer;
        this.keyChange = keyChange;
        this.witnesses = witnesses;
        this.log = log;
        this.between = between;
    }

    private static ScheduledExecutorService threads() {
        return Executors.newScheduledThreadPool(2, task -> {
            Thread made = new Thread(task, "waymark-log");
            made.setDaemon(true);
            return made;
        });
    }

    /** How many entries are leaves by now. */
    public long size() {
        return log.size();
    }

    /** Every key that ever signed this log, the one that signs now last. */
    public List<Verifier> keys() {
        return keyChange.known();
    }

    /** The ids of the entries by which one key handed over to the next, oldest first. */
    public List<String> handovers() {
        return keyChange.entries();
    }

    /** What is wrong with the log on this node, if anything is; entries are recorded all the same. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Which witnesses have not signed the newest checkpoint, and why. */
    public Map<String, String> witnessTrouble() {
        return witnesses.trouble();
    }

    /**
     * A checkpoint that covers all that was recorded when this was called.
     *
     * @throws LogTrouble where the log is not what was signed before
     * @throws TrailUnavailable where the store does not answer, or another node has the lease and does not sign
     */
    public Optional<SignedNote> checkpointNow() {
        try {
            if (seal(Duration.ZERO)) {
                return log.checkpoint();
            }
            return awaited();
        } catch (MongoException e) {
            throw new TrailUnavailable("the trail's store does not answer", e);
        }
    }

    /** The same, cosigned by every witness that answers. */
    public Optional<SignedNote> witnessedNow() {
        Optional<SignedNote> now = checkpointNow();
        if (!witnesses.any()) {
            return now;
        }
        askWitnesses();
        return log.checkpoint();
    }

    /** The public keys of the witnesses that are asked. */
    public List<Verifier> witnesses() {
        return witnesses.keys();
    }

    /** Another node appends: what it signs a term of the lease from now covers what is there now. */
    private Optional<SignedNote> awaited() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<SignedNote> before = log.checkpoint();
        try {
            TimeUnit.MILLISECONDS.sleep(2 * EVERY);
            while (System.nanoTime() < end) {
                long size = log.size();
                Optional<SignedNote> now = log.checkpoint();
                if (now.map(note -> org.waymark.trail.log.Checkpoint.of(note).size())
                                .orElse(0L)
                        >= size) {
                    return now;
                }
                if (seal(Duration.ZERO)) {
                    return log.checkpoint();
                }
                TimeUnit.MILLISECONDS.sleep(EVERY);
            }
            return before;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailable("interrupted while waiting for a checkpoint", e);
        }
    }

    /** Whether this node did it. */
    private synchronized boolean seal(Duration atLeast) {
        Optional<LogHead> head = sequencer.run();
        if (head.isPresent() && !handedOver) {
            keyChange.complete(sequencer, sealer);
            handedOver = true;
            head = sequencer.run();
        }
        head.flatMap(one -> sealer.seal(one, atLeast)).ifPresent(this::sealed);
        return head.isPresent();
    }

    private void sealed(Kept checkpoint) {
        LOG.debug("Checkpoint of {} entries", checkpoint.size());
    }

    private void work() {
        try {
            seal(between);
            if (trouble != null) {
                LOG.info("The log is sealed again");
                trouble = null;
            }
        } catch (RuntimeException | Error e) {
            told(e);
        }
    }

    private void told(Throwable e) {
        String now = e instanceof LogTrouble ? String.valueOf(e.getMessage()) : "the log cannot be written: " + e;
        if (!now.equals(trouble)) {
            LOG.error("Nothing is sealed any more: {}", now);
            trouble = now;
        }
    }

    private void askWitnesses() {
        try {
            witnesses.ask();
        } catch (RuntimeException | Error e) {
            LOG.warn("The witnesses could not be asked: {}", e.toString());
        }
    }

    @Override
    public void start() {
        thread = thread.isShutdown() ? threads() : thread;
        running = true;
        thread.scheduleWithFixedDelay(this::work, EVERY, EVERY, TimeUnit.MILLISECONDS);
        if (witnesses.any()) {
            thread.scheduleWithFixedDelay(
                    this::askWitnesses, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What was recorded to the last is sealed before the process ends. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
            seal(Duration.ZERO);
            sequencer.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The last entries are sealed at the next start: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
