package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.waymark.intake.kafka.CaseSystem.contact;
import static org.waymark.intake.kafka.CaseSystem.header;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.waymark.broker.GuardedBroker;
import org.waymark.policy.impact.Piece;

/**
 * The whole service at a broker that lets nobody in who does not sign in, over TLS, and grants what docs/stream.md says
 * and nothing else. There is no other way in: whatever the service reaches there, it reached signed in.
 */
@ExtendWith(OutputCaptureExtension.class)
class BrokerSignInTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    private static GuardedBroker broker;
    private static SignedInService service;
    private static CaseSystem cases;

    @BeforeAll
    static void the_service_signs_in_makes_the_topics_and_sees_how_much_waits() throws Exception {
        broker = GuardedBroker.start(folder.resolve("broker"));
        SignedInService.grant(broker);
        service = SignedInService.start(folder.resolve("service"), broker, broker.password(GuardedBroker.SERVICE));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.health("stream").toString()).contains("\"UP\"", "\"lag\""));
        cases = new CaseSystem(broker.connection());
    }

    @AfterAll
    static void stop() {
        cases.close();
        service.close();
        broker.close();
    }

    @Test
    void what_is_sent_is_recorded_and_its_decision_comes_out() {
        RecordMetadata sent = cases.send("sefton/LCS-970", contact("MASH-970", "LCS-970"));
        try (DecisionsTopicReader decisions = new DecisionsTopicReader(broker.connection())) {
            String decision =
                    decisions.about("sefton/LCS-970", 1).get(0).event().getId();
            assertThat(service.get("/api/decisions/" + decision).body()).contains("MASH-970");
        }
        await().atMost(PATIENCE).until(() -> cases.committed(sent.partition()) > sent.offset());
        assertThat(service.health("relay").path("details").has("trouble")).isFalse();
    }

    @Test
    void what_cannot_be_recorded_is_set_aside() {
        RecordMetadata sent = cases.send("sefton/LCS-971", "[]");
        await().atMost(PATIENCE).until(() -> !cases.refused(sent).isEmpty());
        ConsumerRecord<byte[], byte[]> refused = cases.refused(sent).get(0);
        assertThat(header(refused, RejectedTopic.PROBLEM)).contains("urn:waymark:problem:invalid");
        await().atMost(PATIENCE).until(() -> cases.committed(sent.partition()) > sent.offset());
    }

    @Test
    void pieces_of_analyses_are_sent_and_taken() throws Exception {
        service.context
                .getBean(RescreeningPost.class)
                .send(new Piece("nobody-waits-for-it", 1, 0, List.of()))
                .get();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cases.admin
                                .listConsumerGroupOffsets(RescreeningContainer.GROUP)
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .values())
                        .extracting(OffsetAndMetadata::offset)
                        .anyMatch(offset -> offset > 0));
    }

    @Test
    void each_client_takes_a_certificate_from_a_bundle_and_signs_in_by_scram() throws Exception {
        KafkaProperties kafka = new KafkaProperties();
        kafka.getProperties().putAll(broker.scram());
        SslBundle bundle = SslBundle.of(
                new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(Files.readString(broker.certificate()))));
        KafkaConnectionDetails connection = new KafkaConnectionDetails() {
            @Override
            public List<String> getBootstrapServers() {
                return List.of(broker.bootstrapServers());
            }

            @Override
            public SslBundle getSslBundle() {
                return bundle;
            }

            @Override
            public String getSecurityProtocol() {
                return "SASL_SSL";
            }
        };
        KafkaInSettings settings = service.context.getBean(KafkaInSettings.class);
        try (KafkaConsumer<?, ?> in = new KafkaConsumer<>(KafkaClients.consumer(kafka, connection, settings))) {
            assertThat(in.partitionsFor(Topics.ASSESSMENTS)).hasSize(3);
        }
        try (KafkaProducer<?, ?> rejected = new KafkaProducer<>(KafkaClients.producer(kafka, connection))) {
            assertThat(rejected.partitionsFor(Topics.REJECTED)).hasSize(3);
        }
        try (KafkaProducer<?, ?> decisions = new KafkaProducer<>(DecisionsProducer.settings(kafka, connection))) {
            assertThat(decisions.partitionsFor(Topics.DECISIONS)).hasSize(3);
        }
        try (RescreeningPost post = new RescreeningPost(kafka, connection)) {
            post.send(new Piece("nor-for-this", 1, 0, List.of())).get();
        }
    }

    @Test
    void with_a_wrong_password_it_serves_over_http_and_says_so_and_repeats_nothing(CapturedOutput output)
            throws Exception {
        String wrong = "only-for-this-test-wrong-" + System.nanoTime();
        try (SignedInService refused = SignedInService.start(folder.resolve("refused"), broker, wrong)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(refused.health("stream")
                                    .at("/details/detail")
                                    .asString())
                            .contains("refuses the sign-in"));
            assertThat(refused.health("stream").path("status").asString()).isEqualTo("UNREACHABLE");
            assertThat(refused.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(refused.submit(contact("MASH-972", "LCS-972")).statusCode())
                    .isEqualTo(201);
            await().atMost(PATIENCE)
                    .until(() -> refused.health("relay").path("details").has("trouble"));
            assertThatThrownBy(() -> refused.context
                            .getBean(RejectedProducers.class)
                            .get()
                            .send(new ProducerRecord<>(Topics.REJECTED, new byte[0]))
                            .get())
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
            String shown = refused.get("/actuator/health").body()
                    + refused.get("/actuator/prometheus").body();
            assertThat(shown).contains("waymark_stream_reachable 0.0").doesNotContain(wrong, "LoginModule");
        }
        assertThat(output.getAll())
                .contains("SaslAuthenticationException")
                .doesNotContain(wrong, broker.password(GuardedBroker.SERVICE), "LoginModule");
    }
}
