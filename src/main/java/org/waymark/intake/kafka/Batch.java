package org.waymark.intake.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.waymark.casework.problem.Incident;

/**
 * Records that were read together. Once one of them cannot be settled no other is begun, so that none overtakes it; nor
 * once the time is up, so that the consumer polls again before the broker takes it for dead.
 */
final class Batch {

    private final Intake intake;
    private final BooleanSupplier running;
    private final long begun = System.nanoTime();
    private final long longest;
    private volatile boolean halted;

    Batch(Intake intake, BooleanSupplier running, Duration longest) {
        this.intake = intake;
        this.running = running;
        this.longest = longest.toNanos();
    }

    /** Settles a record of the batch, or says why not. */
    Outcome take(ConsumerRecord<byte[], byte[]> record) {
        if (halted || !running.getAsBoolean() || System.nanoTime() - begun > longest) {
            return new Outcome.NotBegun();
        }
        Outcome outcome = attempt(record);
        if (!outcome.settled()) {
            halted = true;
        }
        return outcome;
    }

    private Outcome attempt(ConsumerRecord<byte[], byte[]> record) {
        try {
            return intake.take(record);
        } catch (Throwable failure) {
            Incident.of(failure);
            return new Outcome.Unsettled(PauseReason.FAULT);
        }
    }
}
