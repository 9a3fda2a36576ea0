package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.waymark.policy.impact.Post;
import org.waymark.policy.impact.SharedArchive;
import org.waymark.policy.impact.SharedArchive.Leader;

/**
 * An analysis that is spread over a topic: the same report as over threads, whatever becomes of those who do its pieces.
 * Leaders here never do a piece themselves.
 */
class RescreeningOverKafkaTest {

    private static final int CONTACTS = 400;
    private static final int PIECE = 20;
    private static final int PARTITIONS = 6;

    private static EmbeddedKafkaKraftBroker broker;
    private static SharedArchive archive;
    private static String expected;

    /** That of a node that does no piece. */
    private static RescreeningPost post;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, Topics.PIECES);
        broker.afterPropertiesSet();
        archive = SharedArchive.small(folder, CONTACTS);
        expected = archive.expected();
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString()));
        post = new RescreeningPost(kafka, kafka::getBootstrapServers);
    }

    @AfterAll
    static void close() {
        post.close();
        archive.close();
        broker.destroy();
    }

    private static RescreeningNode node() {
        return new RescreeningNode(broker.getBrokersAsString(), archive.worker());
    }

    @Test
    void twoNodesShareThePiecesAndTheReportIsThatOfThreads() throws Exception {
        AtomicInteger one = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        try (RescreeningNode first = new RescreeningNode(broker.getBrokersAsString(), archive.worker(one));
                RescreeningNode second = new RescreeningNode(broker.getBrokersAsString(), archive.worker(other));
                Leader leader = archive.leader(first.post(), PIECE)) {
            for (int round = 0; one.get() == 0 || other.get() == 0 || round == 0; round++) {
                assertThat(leader.report(leader.start())).as("round " + round).isEqualTo(expected);
            }
            assertThat(leader.left()).isZero();
        }
    }

    @Test
    void whatWasInHandAsANodeDiedComesToAnother() throws Exception {
        KafkaConsumer<String, String> dying = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.getBrokersAsString(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        RescreeningContainer.GROUP,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000),
                new StringDeserializer(),
                new StringDeserializer());
        dying.subscribe(List.of(Topics.PIECES));
        Leader leader = archive.leader(post, PIECE);
        String id = leader.start();
        int taken = 0;
        while (taken == 0) {
            taken = dying.poll(Duration.ofSeconds(1)).count();
        }
        // As when its process is killed: it says nothing to anybody, and nothing of where it was.
        dying.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP)
                .withTimeout(Duration.ZERO));

        try (RescreeningNode living = node()) {
            assertThat(leader.report(id)).isEqualTo(expected);
        }
        leader.close();
    }

    @Test
    void whereTheLeaderStopsAnotherGoesOnAndNothingThatIsDoneIsAskedAgain() throws Exception {
        String id;
        int kept;
        try (Leader before = archive.leader(post, PIECE)) {
            id = before.start();
            try (RescreeningNode node = node()) {
                while (archive.kept() < 3) {
                    Thread.sleep(2);
                }
            }
            kept = archive.kept();
        }
        AtomicInteger handed = new AtomicInteger();
        Post counting = piece -> {
            handed.incrementAndGet();
            return post.send(piece);
        };
        try (RescreeningNode node = node();
                Leader after = archive.laterLeader(counting, PIECE)) {
            after.resume();
            assertThat(after.report(id)).isEqualTo(expected);
            assertThat(after.left()).isZero();
        }
        assertThat(kept + handed.get()).isLessThanOrEqualTo(CONTACTS / PIECE);
    }

    @Test
    void whatIsLeftOfADeadAnalysisAndWhatIsNoPieceHoldsNobodyUp() throws Exception {
        try (KafkaProducer<String, String> stranger = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                stranger.send(new ProducerRecord<>(Topics.PIECES, partition, "key", "no piece"))
                        .get();
            }
        }
        try (Leader leader = archive.leader(post, PIECE)) {
            String cancelled = leader.start();
            leader.cancel(cancelled);
            String id = leader.start();
            try (RescreeningNode node = node()) {
                assertThat(leader.report(id)).isEqualTo(expected);
            }
            assertThat(leader.left()).isZero();
        }
    }
}
