package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.intake.kafka.CaseSystem.contact;
import static org.waymark.intake.kafka.CaseSystem.header;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.casework.Engine;
import org.waymark.casework.Screening;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Submissions;
import org.waymark.intake.http.Api;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetInForce.Ready;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a stream: a broker in this process, and a store behind a line that is cut. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StreamAtWork.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class StreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    RuleSetInForce inForce;

    @Autowired
    Trail trail;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    RejectedProducers producers;

    private CaseSystem cases;

    @BeforeAll
    void the_service_starts_without_its_broker_and_makes_the_topics_when_it_comes() {
        assertThat(health("stream").path("status").asString()).isEqualTo("UNREACHABLE");
        assertThat(get("manager", "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("manager", "/actuator/health").statusCode()).isEqualTo(200);
        StreamAtWork.FIRST_CALL.mend();
        await().atMost(PATIENCE)
                .until(() -> health("stream").path("status").asString().equals("UP"));
        cases = new CaseSystem(StreamAtWork.BROKER.getBrokersAsString());
    }

    @AfterEach
    void nothing_is_acknowledged_that_is_not_recorded() {
        StreamAtWork.LINE.mend();
        await().atMost(PATIENCE).until(cases::allCommitted);
        assertThat(figure("waymark_unrecorded_decisions")).isEqualTo("0.0");
    }

    @AfterAll
    void stop() {
        cases.close();
    }

    @Test
    void an_assessment_is_recorded_once_however_often_it_comes() {
        String contact = contact("K-100-1", "K-100");
        RecordMetadata first = cases.send("sefton/K-100", contact);
        RecordMetadata second = cases.send("sefton/K-100", contact);
        cases.send(null, contact);
        awaitCommitted(first);
        awaitCommitted(second);
        await().atMost(PATIENCE).until(cases::allCommitted);
        List<JsonNode> screened = screened("K-100");
        assertThat(screened).hasSize(1);
        assertThat(screened.get(0).path("actor").asString()).isEqualTo("kafka");
        assertThat(cases.refused(second)).isEmpty();
        assertThat(figure("waymark_stream_records_total{problem=\"none\",result=\"repeat\"}"))
                .isNotEqualTo("0.0");
    }

    @Test
    void what_is_about_one_young_person_is_recorded_in_the_order_in_which_it_came() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            sent.add("K-200-" + i);
            cases.send("sefton/K-200", contact("K-200-" + i, "K-200"));
            cases.send("sefton/K-201-" + i, contact("K-201-" + i, "K-201-" + i));
        }
        await().atMost(PATIENCE).until(cases::allCommitted);
        assertThat(screened("K-200"))
                .extracting(entry -> entry.at("/assessment/assessmentId").asString())
                .containsExactlyElementsOf(sent);
    }

    @Test
    void what_cannot_be_recorded_is_set_aside_as_it_came_with_the_reason() {
        cases.send("sefton/K-300", contact("K-300-1", "K-300"));
        assertRefused("{\"assessmentId\": ", "malformed");
        assertRefused(HexFormat.of().parseHex("7b22c3287d"), "malformed");
        assertRefused((byte[]) null, "malformed");
        assertRefused("[]", "invalid");
        assertRefused(contact("K-300-2", "K-300", "{\"factor\": \"nothing-known\"}"), "invalid");
        assertRefused(contact("K-300-3", "K-300") + " ".repeat(1_200_000), "too-large");
        assertRefused(contact("K-300-1", "K-300", "").replace("14", "15"), "conflict");
        cases.send("sefton/K-300", contact("K-300-4", "K-300"));
        await().atMost(PATIENCE).until(cases::allCommitted);
        assertThat(screened("K-300"))
                .extracting(entry -> entry.at("/assessment/assessmentId").asString())
                .containsExactly("K-300-1", "K-300-4");
    }

    @Test
    void what_the_broker_finds_too_large_is_set_aside_without_its_bytes() throws Exception {
        largestRefused("4000");
        String large = " ".repeat(9_000);
        ConsumerRecord<byte[], byte[]> refused = awaitRefused(cases.send("sefton/K-400", large));
        assertThat(refused.value()).isNull();
        assertThat(new String(refused.key(), StandardCharsets.UTF_8)).isEqualTo("sefton/K-400");
        assertThat(header(refused, RejectedTopic.PROBLEM)).contains("9000 bytes", "urn:waymark:problem:malformed");
        assertThat(header(refused, RejectedTopic.SHA_256)).hasSize(64);
        assertThat(awaitRefused(cases.send("k".repeat(9_000), "{")).key()).isNull();
        largestRefused(String.valueOf(KafkaClients.LARGEST_REJECTED));
    }

    @Test
    void while_the_store_is_away_the_stream_pauses_and_then_goes_on_with_the_same() {
        RecordMetadata before = cases.send("sefton/K-500", contact("K-500-before", "K-500"));
        awaitCommitted(before);
        StreamAtWork.LINE.cut();
        List<RecordMetadata> sent = IntStream.range(0, 20)
                .mapToObj(i -> cases.send("sefton/K-500", contact("K-500-" + i, "K-500")))
                .toList();
        await().atMost(PATIENCE).until(() -> figure("waymark_stream_paused").equals("1.0"));
        assertThat(health("stream").path("status").asString()).isEqualTo("PAUSED");
        await().atMost(PATIENCE).until(() -> !figure("waymark_stream_lag").equals("0.0"));
        assertThat(cases.committed(before.partition())).isEqualTo(before.offset() + 1);
        StreamAtWork.LINE.mend();
        await().atMost(PATIENCE).until(cases::allCommitted);
        await().atMost(PATIENCE).until(() -> figure("waymark_stream_paused").equals("0.0"));
        assertThat(screened("K-500"))
                .extracting(entry -> entry.at("/assessment/assessmentId").asString())
                .hasSize(21)
                .endsWith("K-500-19")
                .doesNotHaveDuplicates();
        assertThat(sent).allSatisfy(one -> assertThat(cases.refused(one)).isEmpty());
    }

    @Test
    void while_no_rules_are_in_force_the_stream_pauses() {
        SortedMap<String, Ready> rules = inForce.all();
        inForce.swap(Map.of());
        RecordMetadata sent = cases.send("sefton/K-600", contact("K-600-1", "K-600"));
        await().atMost(PATIENCE)
                .until(() -> health("stream").at("/details/reason").asString().equals("no-rule-set"));
        assertThat(cases.committed(sent.partition())).isLessThanOrEqualTo(sent.offset());
        inForce.swap(rules);
        awaitCommitted(sent);
        assertThat(screened("K-600")).hasSize(1);
    }

    @Test
    void while_what_is_refused_cannot_be_written_the_stream_pauses() throws Exception {
        largestRefused("10");
        RecordMetadata sent = cases.send("sefton/K-700", "{");
        await().atMost(PATIENCE)
                .until(() -> health("stream").at("/details/reason").asString().equals("rejected-topic"));
        assertThat(cases.committed(sent.partition())).isLessThanOrEqualTo(sent.offset());
        largestRefused(String.valueOf(KafkaClients.LARGEST_REJECTED));
        assertThat(awaitRefused(sent).value()).isEqualTo("{".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_record_on_which_the_service_fails_is_set_aside_unless_the_service_is_stopping() {
        Clock broken = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw new IllegalArgumentException("nobody foresaw this about K-800");
            }
        };
        Submissions failing =
                new Submissions(new Screening(inForce, trail, pseudonyms, broken, new Engine("test", "test")));
        RejectedTopic topic = new RejectedTopic(producers, Clock.systemUTC());
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.ASSESSMENTS,
                2,
                1_000_000,
                null,
                contact("K-800", "K-800").getBytes(StandardCharsets.UTF_8));
        assertThat(new Intake(failing, topic, () -> false).take(record)).isEqualTo(new Outcome.NotBegun());
        assertThat(new Intake(failing, topic, () -> true).take(record))
                .isEqualTo(new Outcome.Rejected(ProblemKind.INTERNAL));
        ConsumerRecord<byte[], byte[]> refused = awaitRefused(2, 1_000_000);
        assertThat(header(refused, RejectedTopic.PROBLEM))
                .contains("urn:waymark:problem:internal", "urn:uuid:")
                .doesNotContain("K-800");
    }

    private void assertRefused(String value, String problem) {
        assertRefused(value.getBytes(StandardCharsets.UTF_8), problem);
    }

    private void assertRefused(byte[] value, String problem) {
        ConsumerRecord<byte[], byte[]> refused = awaitRefused(cases.send("sefton/K-300", value));
        assertThat(refused.value()).isEqualTo(value);
        assertThat(new String(refused.key(), StandardCharsets.UTF_8)).isEqualTo("sefton/K-300");
        assertThat(header(refused, RejectedTopic.TOPIC)).isEqualTo(Topics.ASSESSMENTS);
        assertThat(header(refused, RejectedTopic.REJECTED_AT)).endsWith("Z");
        assertThat(JsonMapper.shared()
                        .readTree(header(refused, RejectedTopic.PROBLEM))
                        .path("type")
                        .asString())
                .isEqualTo("urn:waymark:problem:" + problem);
    }

    private ConsumerRecord<byte[], byte[]> awaitRefused(RecordMetadata sent) {
        return awaitRefused(sent.partition(), sent.offset());
    }

    private ConsumerRecord<byte[], byte[]> awaitRefused(int partition, long offset) {
        await().atMost(PATIENCE).until(() -> !cases.refused(partition, offset).isEmpty());
        return cases.refused(partition, offset).get(0);
    }

    private void awaitCommitted(RecordMetadata sent) {
        await().atMost(PATIENCE).until(() -> cases.committed(sent.partition()) > sent.offset());
    }

    private void largestRefused(String bytes) throws Exception {
        cases.admin
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, Topics.REJECTED),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private List<JsonNode> screened(String reference) {
        HttpResponse<String> answer = get("manager", "/api/areas/sefton/young-people/" + reference + "/trail");
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("screened"))
                .toList();
    }

    private JsonNode health(String component) {
        return JsonMapper.shared()
                .readTree(get("manager", "/actuator/health/" + component).body());
    }

    private String figure(String name) {
        return get("manager", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("0.0");
    }

    private HttpResponse<String> get(String user, String path) {
        return Api.send(Api.at(port, user).request(path).GET());
    }
}
