package org.waymark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.waymark.Waymark;
import org.waymark.broker.BrokerProcess;
import org.waymark.casework.relay.Relaying;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;
import org.waymark.intake.kafka.DecisionsTopicReader.Seen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is decided over HTTP is on the topic, whatever the broker does. */
@SpringBootTest(
        classes = Waymark.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.local-password=" + RunningService.PASSWORD,
            // A broker that is gone is found out sooner than in earnest.
            "spring.kafka.producer.properties.max.block.ms=2000",
            "spring.kafka.producer.properties.request.timeout.ms=2500",
            "spring.kafka.producer.properties.delivery.timeout.ms=5000"
        })
@DirtiesContext
class DecisionsOutTest {

    private static final String RATIONALE = "I have rung the school and read the police report.";

    private static final String LOWER = "{'pathways': ['safeguarding'], 'urgency': 'planned',"
            + " 'reasonCode': 'risk-managed-elsewhere', 'reason': '" + RATIONALE + "'}";

    @LocalServerPort
    int port;

    /** In a process of its own: it comes back where it was, as one in this process does not. */
    private static BrokerProcess broker;

    @Autowired
    Relaying relaying;

    private DecisionsTopicReader topic;

    @DynamicPropertySource
    static void aStoreAndABrokerOfItsOwn(DynamicPropertyRegistry registry) throws Exception {
        Path folder = Files.createTempDirectory("waymark-decisions-out");
        broker = BrokerProcess.start(folder.resolve("broker"));
        registry.add("waymark.data-dir", () -> folder.resolve("data").toString());
        registry.add("waymark.kafka.bootstrap-servers", broker::bootstrapServers);
        // A broker inside this process leaves its own address under this name, for all that start after it.
        registry.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
    }

    @AfterAll
    static void endTheBroker() {
        broker.close();
    }

    @BeforeEach
    void open() {
        topic = new DecisionsTopicReader(broker.bootstrapServers());
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void a_decision_is_on_the_topic_to_the_letter_as_the_api_shows_it() {
        String id = decided("LCS-900", "MASH-900");
        String shown = get("screener", "/api/decisions/" + id);
        Seen seen = topic.about("sefton/LCS-900", 1).get(0);
        assertThat(seen.text()).endsWith(",\"data\":" + shown + "}");
        assertThat(seen.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(seen.event().getId()).isEqualTo(id);
        assertThat(seen.event().getSubject()).isEqualTo(id);
        assertThat(seen.event().getType()).isEqualTo("org.waymark.decision.proposed");
        assertThat(seen.event().getSource().toString()).startsWith("/waymark/waymark-");
        assertThat(seen.event().getDataContentType()).isEqualTo("application/json");
        assertThat(seen.event().getTime().toInstant())
                .isEqualTo(Instant.parse(read(shown).path("recordedAt").asString()));
    }

    @Test
    void what_people_did_follows_it_as_the_trail_shows_it_and_names_nobody_outside_the_data() {
        String first = decided("LCS-901", "MASH-901-1");
        act("screener", first, "confirmation", "{'rationale': '" + RATIONALE + "', 'evidenceSeen': ['SG-12']}");
        String second = decided("LCS-901", "MASH-901-2");
        act("screener", second, "override", LOWER);
        act("manager", second, "countersignature", "{'agree': true, 'reason': 'Read it all.'}");
        List<Seen> seen = topic.about("sefton/LCS-901", 5);
        JsonNode trail = read(get("screener", "/api/areas/sefton/young-people/LCS-901/trail"))
                .path("entries");
        assertThat(seen.stream().map(one -> one.event().getType().replace("org.waymark.decision.", "")))
                .containsExactly("proposed", "confirmed", "proposed", "overridden", "countersigned");
        assertThat(seen.stream().map(one -> one.event().getId()))
                .containsExactly(first, first + "-2", second, second + "-4", second + "-5");
        for (int act : new int[] {1, 3, 4}) {
            JsonNode envelope = read(seen.get(act).text());
            assertThat(envelope.path("data")).isEqualTo(trail.get(act));
            assertThat(envelope.path("subject").asString()).isEqualTo(act == 1 ? first : second);
            assertThat(((ObjectNode) envelope).without("data").toString()).doesNotContain("LCS-901", "screener");
        }
    }

    @Test
    void what_is_decided_while_the_broker_is_gone_goes_out_when_it_is_back() throws Exception {
        decided("LCS-902", "MASH-902-1");
        topic.about("sefton/LCS-902", 1);
        broker.kill();
        String second = decided("LCS-902", "MASH-902-2");
        await().atMost(Duration.ofMinutes(2)).until(() -> relaying.trouble().isPresent());
        assertThat(get("manager", "/actuator/health/readiness")).contains("UP");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(get("manager", "/actuator/prometheus")).containsPattern("waymark_relay_lag [1-9]"));
        broker.restart();
        List<Seen> seen = topic.about("sefton/LCS-902", 2);
        // What went out last before it was killed may come again.
        while (seen.stream().noneMatch(one -> one.event().getId().equals(second))) {
            seen = topic.about("sefton/LCS-902", seen.size() + 1);
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> relaying.trouble().isEmpty() && relaying.lag() == 0 && relaying.holdsLease());
        JsonNode relay = read(get("manager", "/actuator/health")).at("/components/relay");
        assertThat(relay.path("status").asString()).isEqualTo("UP");
        assertThat(relay.at("/details/holdsLease").asBoolean()).isTrue();
        assertThat(get("manager", "/actuator/prometheus"))
                .containsPattern("waymark_relay_lag 0")
                .containsPattern("waymark_relay_lag_seconds 0")
                .containsPattern("waymark_relay_events_total\\{type=\"proposed\"} [1-9]")
                .doesNotContain("LCS-902");
    }

    private String decided(String reference, String assessmentId) {
        ObjectNode contact = (ObjectNode) read(example());
        contact.put("assessmentId", assessmentId);
        ((ObjectNode) contact.path("youngPerson")).put("reference", reference);
        HttpResponse<String> answer = post("screener", "/api/assessments", contact.toString());
        return read(answer.body()).path("decisionId").asString();
    }

    private void act(String user, String decision, String call, String document) {
        post(user, "/api/decisions/" + decision + "/" + call, document.replace('\'', '"'));
    }

    private HttpResponse<String> post(String user, String path, String document) {
        HttpResponse<String> answer = Api.send(Api.at(port, user)
                .request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private String get(String user, String path) {
        return Api.send(Api.at(port, user).request(path).GET()).body();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String example() {
        try {
            return Files.readString(Path.of("src/test/resources/assessment/contract-example.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
