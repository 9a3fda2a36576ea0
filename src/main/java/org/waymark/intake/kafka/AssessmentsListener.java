package org.waymark.intake.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.stream.Accounts;
import org.waymark.casework.stream.InOrder;

/**
 * Takes the records of the stream, a batch at a time. An offset is committed only when that record and all before it are
 * settled; where one is not, it and those after it are read again.
 */
final class AssessmentsListener implements BatchAcknowledgingMessageListener<byte[], byte[]> {

    private final Intake intake;
    private final InOrder workers;
    private final Pauses pauses;
    private final Accounts accounts;
    private final StreamFigures figures;
    private final BooleanSupplier running;
    private final Duration longestBatch;

    AssessmentsListener(
            Intake intake,
            InOrder workers,
            Pauses pauses,
            Accounts accounts,
            StreamFigures figures,
            BooleanSupplier running,
            Duration longestBatch) {
        this.intake = intake;
        this.workers = workers;
        this.pauses = pauses;
        this.accounts = accounts;
        this.figures = figures;
        this.running = running;
        this.longestBatch = longestBatch;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
        if (acknowledgment == null) {
            throw new IllegalStateException("offsets are committed by this listener and nobody else");
        }
        Pauses.Attempt attempt = pauses.begin();
        try {
            settle(records, acknowledgment, attempt);
        } finally {
            attempt.end();
        }
    }

    private void settle(
            List<ConsumerRecord<byte[], byte[]>> records, Acknowledgment acknowledgment, Pauses.Attempt attempt) {
        List<Outcome> outcomes = work(records);
        outcomes.forEach(figures::count);
        int settled = (int) outcomes.stream().takeWhile(Outcome::settled).count();
        reason(outcomes).ifPresentOrElse(attempt::failed, () -> {
            if (settled > 0) {
                attempt.worked();
            }
        });
        commit(outcomes, settled, acknowledgment);
    }

    private List<Outcome> work(List<ConsumerRecord<byte[], byte[]>> records) {
        Batch batch = new Batch(intake, running, longestBatch);
        List<CompletableFuture<Outcome>> works =
                records.stream().map(record -> give(batch, record)).toList();
        return works.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Outcome> give(Batch batch, ConsumerRecord<byte[], byte[]> record) {
        try {
            return workers.give(strand(record), () -> batch.take(record));
        } catch (IllegalStateException stopping) {
            return CompletableFuture.completedFuture(new Outcome.NotBegun());
        }
    }

    /** What is about one young person is worked on in order: by the key, or else by what the record says. */
    private static Object strand(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null) {
            return ByteBuffer.wrap(record.key());
        }
        Optional<PersonKey> person =
                record.value() == null ? Optional.empty() : AssessmentReader.personOf(record.value());
        return person.isPresent() ? person.get() : record.partition();
    }

    private static Optional<PauseReason> reason(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Unsettled.class::isInstance)
                .map(outcome -> ((Outcome.Unsettled) outcome).reason())
                .findFirst();
    }

    /** A commit that fails leaves all of them to be read again, here or where the partition went. */
    private void commit(List<Outcome> outcomes, int settled, Acknowledgment acknowledgment) {
        long recorded = recorded(outcomes);
        long committed = 0;
        try {
            if (settled == outcomes.size()) {
                acknowledgment.acknowledge();
            } else {
                // The container pauses by itself where there is a reason to: this only reads the rest again.
                acknowledgment.nack(settled, Duration.ZERO);
            }
            committed = recorded(outcomes.subList(0, settled));
        } finally {
            accounts.acknowledged(committed);
            accounts.notAcknowledged(recorded - committed);
        }
    }

    private static long recorded(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Recorded.class::isInstance).count();
    }
}
