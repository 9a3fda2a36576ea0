package org.waymark.intake.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.waymark.access.Caller;
import org.waymark.casework.problem.Incident;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Submissions;
import org.waymark.casework.stream.Submitted;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.TrailUnavailable;

/** Settles one record of the stream: a decision on it is recorded, or it is written to the topic of what is refused. */
final class Intake {

    /** Who submits, as the trail has it. */
    private static final Caller CALLER = Caller.everywhere("kafka");

    private static final Problem NO_VALUE = Problem.of(
            ProblemKind.MALFORMED,
            "the record has no value, so there is nothing to screen and nothing is recorded. Nor does it delete anything:"
                    + " what is recorded is erased by a manager, over HTTP");

    private final Submissions submissions;
    private final RejectedTopic rejected;
    private final BooleanSupplier running;
    private final RetryTemplate tries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(200))
            .predicate(Intake::unforeseen)
            .build());

    /**
     * @param running whether the service is to go on: while it stops, failures say nothing about a record
     */
    Intake(Submissions submissions, RejectedTopic rejected, BooleanSupplier running) {
        this.submissions = submissions;
        this.rejected = rejected;
        this.running = running;
    }

    /** Settles a record, where that can be done now. */
    Outcome take(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? refuse(record, NO_VALUE) : submit(record);
        } catch (CannotReject e) {
            return new Outcome.Unsettled(PauseReason.REJECTED_TOPIC);
        }
    }

    private Outcome submit(ConsumerRecord<byte[], byte[]> record) {
        try {
            Submitted submitted = tries.execute(() -> submissions.submit(record.value(), CALLER));
            return submitted instanceof Submitted.Refused refused
                    ? refuse(record, refused.problem())
                    : new Outcome.Recorded(((Submitted.Recorded) submitted).repeat());
        } catch (RetryException e) {
            return failed(record, e.getCause());
        }
    }

    private Outcome failed(ConsumerRecord<byte[], byte[]> record, Throwable failure) {
        if (failure instanceof TrailUnavailable) {
            return new Outcome.Unsettled(PauseReason.STORE_UNAVAILABLE);
        } else if (failure instanceof NoRuleSet) {
            return new Outcome.Unsettled(PauseReason.NO_RULE_SET);
        } else if (!unforeseen(failure)) {
            Incident.of(failure);
            return new Outcome.Unsettled(PauseReason.FAULT);
        } else if (!running.getAsBoolean()) {
            return new Outcome.NotBegun();
        }
        return refuse(record, Incident.of(failure));
    }

    private Outcome refuse(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        rejected.write(record, problem);
        return new Outcome.Rejected(problem.kind());
    }

    /** What this record may have brought about, and another may not: no want of memory, and no missing class. */
    private static boolean unforeseen(Throwable failure) {
        boolean ours = failure instanceof RuntimeException || failure instanceof StackOverflowError;
        return ours && !(failure instanceof TrailUnavailable) && !(failure instanceof NoRuleSet);
    }
}
