package org.waymark.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.problem.Problem;

/**
 * Writes what cannot be recorded to its topic, as it came and with the reason. What is larger than the broker takes goes
 * there without its bytes: a record that is too large must not hold up those behind it, nor vanish.
 */
final class RejectedTopic {

    static final String PROBLEM = "waymark-problem";
    static final String TOPIC = "waymark-topic";
    static final String PARTITION = "waymark-partition";
    static final String OFFSET = "waymark-offset";
    static final String REJECTED_AT = "waymark-rejected-at";
    static final String SHA_256 = "waymark-sha-256";

    private final Supplier<Producer<byte[], byte[]>> producer;
    private final Clock clock;

    /**
     * @param producer one that waits for all replicas, and gives up after a while
     */
    RejectedTopic(Supplier<Producer<byte[], byte[]>> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Writes it, and waits until the broker has it.
     *
     * @throws CannotReject where the broker does not say that it has it
     */
    void write(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        List<ProducerRecord<byte[], byte[]>> forms = List.of(
                rejected(record, record.key(), record.value(), problem),
                rejected(record, record.key(), null, leftOut(record, "the value is", problem)),
                rejected(record, null, null, bare(leftOut(record, "the key and the value are", problem))));
        for (ProducerRecord<byte[], byte[]> form : forms) {
            if (fits(form)) {
                return;
            }
        }
        throw new CannotReject(new RecordTooLargeException("not even without its bytes"));
    }

    private boolean fits(ProducerRecord<byte[], byte[]> form) {
        try {
            producer.get().send(form).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new CannotReject(e);
        } catch (RecordTooLargeException e) {
            return false;
        } catch (KafkaException e) {
            throw new CannotReject(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotReject(e);
        }
    }

    private ProducerRecord<byte[], byte[]> rejected(
            ConsumerRecord<byte[], byte[]> record, byte @Nullable [] key, byte @Nullable [] value, Problem problem) {
        ProducerRecord<byte[], byte[]> rejected = new ProducerRecord<>(Topics.REJECTED, key, value);
        header(rejected, PROBLEM, problem.json());
        header(rejected, TOPIC, record.topic());
        header(rejected, PARTITION, String.valueOf(record.partition()));
        header(rejected, OFFSET, String.valueOf(record.offset()));
        header(rejected, REJECTED_AT, clock.instant().toString());
        if (value == null && record.value() != null) {
            header(rejected, SHA_256, sha256(record.value()));
        }
        return rejected;
    }

    private static void header(ProducerRecord<byte[], byte[]> rejected, String name, String value) {
        rejected.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem leftOut(ConsumerRecord<byte[], byte[]> record, String what, Problem problem) {
        int size = record.value() == null ? 0 : record.value().length;
        return new Problem(
                problem.kind(),
                problem.detail() + ". Here " + what
                        + " left out, as the broker takes no record that large on this topic: "
                        + size + " bytes with the SHA-256 in `" + SHA_256 + "`, at the offset in `" + OFFSET
                        + "` for as long as the topic in `" + TOPIC + "` keeps it",
                problem.errors(),
                problem.instance());
    }

    private static Problem bare(Problem problem) {
        return new Problem(problem.kind(), problem.detail(), List.of(), problem.instance());
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
