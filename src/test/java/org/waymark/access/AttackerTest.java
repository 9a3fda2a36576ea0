package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.access.oidc.WithAProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody of Sefton knows every number of a child of Knowsley, and reads nothing of it: what is there and what is nowhere
 * is answered byte for byte the same.
 */
@WithAProvider
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackerTest {

    private static final String CHILD = "KN-8812-B";
    private static final String NOBODY = "KN-0000-X";
    private static final String THEIRS = "KNOWSLEY-MASH-77";
    private static final String DAY = "2026-02-03";

    /** What is known in Knowsley alone, and can have come from nowhere else. */
    private static final List<String> MARKS = List.of("aunt in Huyton", DAY, "3 February 2026", "SG-12");

    private static final String ABSENT = "00000000000000000000000000";

    @LocalServerPort
    int port;

    private As attacker;
    private String decision;
    private final List<String> read = new ArrayList<>();

    @BeforeAll
    void recordWhatKnowsleyKnows() {
        HttpResponse<String> answer = new As(port, "screener.knowsley").submit(knownThere());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains(DAY, "SG-12");
        decision = As.json(answer).path("decisionId").asString();
    }

    private static String knownThere() {
        return observing(
                        As.contact("knowsley", CHILD, THEIRS),
                        "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-02\", \"" + DAY
                                + "\", \"2026-02-20\"], \"note\": \"with an aunt in Huyton\"}")
                .toString();
    }

    private static ObjectNode observing(ObjectNode contact, String observation) {
        contact.set("observations", As.tree("[" + observation + "]"));
        return contact;
    }

    @BeforeEach
    void signIn() {
        attacker = new As(port, "screener.sefton");
        read.clear();
    }

    @AfterEach
    void nothingOfItWasRead() {
        assertThat(read).allSatisfy(answer -> assertThat(answer).doesNotContain(MARKS));
    }

    /** Everything but the moment, the state of the line, and the length, which the text itself has. */
    private String whole(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "connection", "keep-alive", "content-length"));
        read.add(headers + answer.body());
        // What a form sends along is another each time, whatever there is; and what was asked for may be said back.
        String body = answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(answer.uri().getRawPath(), "");
        return answer.statusCode() + " " + headers + " " + body;
    }

    static Stream<Route> routes() {
        return AccessTable.ROUTES.stream()
                .filter(route ->
                        route.pattern().contains("{area}") || route.pattern().contains("{decisionId}"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_call_answers_what_is_there_as_what_is_nowhere(Route route) {
        for (String role : List.of("screener", "manager", "auditor", "screener+manager+auditor+policy+approver")) {
            As who = attacker.who(role + ".sefton");
            for (String query : List.of("", "?explain=true", "?reason=x", "?continues=1", "?explain=what")) {
                String there = route.pattern().replace("{area}", "knowsley");
                String is = there.replace("{reference}", CHILD).replace("{decisionId}", decision);
                String isNot = there.replace("{reference}", NOBODY).replace("{decisionId}", ABSENT);
                for (String body :
                        List.of("{}", "no json", "{\"reason\": \"Because I say so, in thirty characters.\"}")) {
                    assertThat(whole(who.call(route, is + query, body)))
                            .isEqualTo(whole(who.call(route, isNot + query, body)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/areas/knowsley/young-people/%s/trail",
                "/api/areas/%%6bnowsley/young-people/%s/trail",
                "/api/areas/KNOWSLEY/young-people/%s/trail",
                "/api/areas/knowsley;area=sefton/young-people/%s/trail",
                "/api/areas/sefton;/young-people/%s/trail",
                "/api/areas/sefton%%2F..%%2Fknowsley/young-people/%s/trail",
                "/api/areas/sefton%%00/young-people/%s/trail",
                "/api/areas/knowsley%%20/young-people/%s/trail",
                "/api/areas/*/young-people/%s/trail",
                "/api/areas/sefton/young-people/%s/trail",
                "/api/areas/sefton/young-people/..%%2F..%%2Fknowsley%%2Fyoung-people%%2F%s/trail",
                "/api/areas/sefton//young-people/%s/trail",
                "/api//areas/knowsley/young-people/%s/trail",
                "/api/areas/knowsley/young-people/%s/trail/",
                "/api/areas/knowsley/young-people/%s/trail.json",
                "/api/areas/sefton/young-people/%s/trail?area=knowsley",
                "/api/areas/sefton/young-people/%s/clocks?area=knowsley"
            })
    void no_way_of_writing_an_address_leads_there(String address) {
        assertThat(whole(attacker.get(address.formatted(CHILD))))
                .isEqualTo(whole(attacker.get(address.formatted(NOBODY))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true", "?explain=true", "?dryRun=true&explain=true"})
    void what_is_submitted_for_another_area_says_nothing_of_it(String query) {
        String path = "/api/assessments" + query;
        String repeat = whole(attacker.post(path, knownThere()));
        assertThat(repeat).startsWith("403").contains("urn:waymark:problem:foreign-area", "`knowsley`", "`sefton`");
        assertThat(whole(attacker.post(path, knownThere().replace(CHILD, NOBODY))))
                .isEqualTo(repeat);
        assertThat(whole(attacker.post(path, knownThere().replace(THEIRS, "ANOTHER"))))
                .isEqualTo(repeat);
        assertThat(whole(attacker.post(path, knownThere().replace("aunt", "uncle"))))
                .isEqualTo(repeat);
    }

    @Test
    void a_child_of_ones_own_that_is_said_to_be_theirs_brings_nothing_and_the_decision_says_what_is_missing() {
        JsonNode named = tried(CHILD);
        assertThat(named).isEqualTo(tried(NOBODY));
        assertThat(named.at("/outcome/flags").toString()).contains("not-assessed-here", "may not be here");
        HttpResponse<String> recorded = attacker.submit(naming("SE-1", "SE-1", "knowsley", CHILD));
        assertThat(recorded.statusCode()).isEqualTo(201);
        whole(recorded);
        String id = As.json(recorded).path("decisionId").asString();
        for (String path : List.of("?explain=true", "/proof", "")) {
            whole(attacker.get("/api/decisions/" + id + path));
        }
        As all = attacker.who("screener+manager+auditor.sefton");
        for (String path : List.of("/replay", "/capsule")) {
            whole(all.get("/api/decisions/" + id + path));
        }
        for (String path : List.of("trail", "clocks", "readers", "subject-access", "trail/export")) {
            whole(all.get("/api/areas/sefton/young-people/SE-1/" + path));
        }
        assertThat(As.json(all.get("/api/areas/sefton/young-people/SE-1/clocks"))
                        .path("leftOut")
                        .toString())
                .isEqualTo("[\"knowsley\"]");
        assertThat(all.get("/api/decisions/" + id + "/replay").body()).contains("not-shared");
    }

    private JsonNode tried(String reference) {
        HttpResponse<String> answer = attacker.post(
                "/api/assessments?dryRun=true&explain=true", naming("SE-2", "SE-2", "knowsley", reference));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        whole(answer);
        ObjectNode decision = (ObjectNode) As.json(answer);
        decision.remove("dryRuns");
        return decision;
    }

    private static String naming(String reference, String assessmentId, String area, String other) {
        ObjectNode contact = observing(
                As.contact("sefton", reference, assessmentId),
                "{\"factor\": \"gang-association\", \"answer\": \"unknown\"}");
        contact.put("assessedAt", "2026-03-11T11:30:00Z");
        ((ObjectNode) contact.path("youngPerson"))
                .set("previousReferences", As.tree("[{\"area\": \"" + area + "\", \"reference\": \"" + other + "\"}]"));
        return contact.toString();
    }

    @Test
    void no_other_field_of_an_assessment_joins_anything() {
        ObjectNode contact = observing(
                As.contact("sefton", CHILD, THEIRS), "{\"factor\": \"gang-association\", \"answer\": \"unknown\"}");
        contact.put("contactGroup", THEIRS);
        contact.set("context", As.tree("{\"household\": [\"" + CHILD + "\"]}"));
        ((ObjectNode) contact.path("youngPerson")).put("placedByArea", "knowsley");
        assertThat(whole(attacker.submit(contact.toString()))).startsWith("201");
        contact.put("assessmentId", "AMENDS");
        for (String amended : List.of(THEIRS, "NEVER")) {
            contact.set("amends", As.tree("{\"assessmentId\": \"" + amended + "\", \"reason\": \"It was wrong.\"}"));
            ((ObjectNode) contact.path("youngPerson")).put("reference", "SE-3");
            HttpResponse<String> answer = attacker.submit(contact.toString());
            assertThat(whole(answer)).startsWith("422").contains("no assessment `" + amended + "`");
        }
    }

    @Test
    void many_at_once_are_held_to_the_same() {
        String many = knownThere() + "\n" + naming("SE-4", "SE-4", "knowsley", CHILD) + "\n";
        for (String type : List.of("application/x-ndjson", "application/json")) {
            whole(attacker.post("/api/assessments:batch", many, "Accept", type));
        }
    }

    @Test
    void the_log_says_nothing_about_anybody() {
        String entry = As.json(attacker.who("auditor.knowsley").get("/api/decisions/" + decision + "/proof"))
                .path("entry")
                .asString();
        assertThat(entry).isNotEmpty();
        for (String path : List.of("/api/log/inclusion?leaf=%s&size=1", "/api/log/inclusion?leaf=0&size=%s")) {
            String answer = whole(attacker.get(path.formatted(entry)));
            assertThat(answer).startsWith("400");
            String other = entry.replaceAll("^.{8}", "00000000");
            assertThat(answer.replace(entry, "x"))
                    .isEqualTo(whole(attacker.get(path.formatted(other))).replace(other, "x"));
        }
        for (String path : List.of("/api/log/export", "/api/verifications/latest", "/api/replays/latest")) {
            assertThat(whole(attacker.who("manager+auditor.sefton").get(path)))
                    .startsWith("403")
                    .contains("your account is for `sefton`");
        }
        whole(attacker.who("operator").get("/actuator/prometheus"));
        whole(attacker.who("operator").get("/actuator/health"));
    }

    @Test
    void what_an_agreement_shares_is_joined_so_that_the_other_tests_can_fail() {
        HttpResponse<String> there = attacker.who("screener.halton")
                .submit(knownThere().replace("knowsley", "halton").replace(CHILD, "HA-1"));
        assertThat(there.statusCode()).isEqualTo(201);
        HttpResponse<String> joined = attacker.submit(naming("SE-5", "SE-5", "halton", "HA-1"));
        assertThat(joined.body()).contains("SG-12", DAY);
        String id = As.json(joined).path("decisionId").asString();
        HttpResponse<String> capsule = attacker.who("auditor.sefton").get("/api/decisions/" + id + "/capsule");
        assertThat(capsule.statusCode()).isEqualTo(403);
        assertThat(capsule.body()).contains("`halton`").doesNotContain("aunt in Huyton");
        assertThat(attacker.who("screener.halton")
                        .submit(naming("SE-5", "SE-5", "halton", "HA-1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_somebody_of_both_areas_joined_is_not_joined_again_by_somebody_of_one_and_that_is_told() {
        HttpResponse<String> joined =
                attacker.who("manager.sefton+knowsley").submit(naming("SE-6", "SE-6", "knowsley", CHILD));
        assertThat(joined.body()).contains("SG-12", DAY);
        ObjectNode later = (ObjectNode) As.tree(naming("SE-6", "SE-7", "knowsley", CHILD));
        later.put("assessedAt", "2026-03-11T12:30:00Z");
        ObjectNode unnamed = later.deepCopy();
        ((ObjectNode) unnamed.path("youngPerson")).remove("previousReferences");
        HttpResponse<String> silent = attacker.submit(unnamed.toString());
        assertThat(silent.statusCode()).as(silent.body()).isEqualTo(422);
        assertThat(silent.body()).contains("/youngPerson/previousReferences", "sefton<knowsley");
        HttpResponse<String> open = attacker.submit(later.toString());
        assertThat(open.statusCode()).isEqualTo(201);
        assertThat(open.body()).contains("not-assessed-here");
        assertThat(As.json(open).at("/outcome/reasons").toString()).doesNotContain(DAY, "going-missing");
    }

    @Test
    void analyses_show_and_ask_of_ones_own_areas_alone() {
        String hash =
                As.json(attacker.get("/api/rule-sets/active")).path("hash").asString();
        String start = "{\"candidate\": \"" + hash + "\"%s}";
        As policy = attacker.who("policy.knowsley");
        assertThat(policy.post("/api/impact-analyses", start.formatted("")).statusCode())
                .isEqualTo(403);
        assertThat(policy.post("/api/impact-analyses", start.formatted(", \"area\": \"sefton\""))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> started = policy.post("/api/impact-analyses", start.formatted(", \"area\": \"knowsley\""));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String id = As.json(started).path("id").asString();
        As other = attacker.who("policy+approver+auditor.sefton");
        assertThat(whole(other.get("/api/impact-analyses/" + id)).replace(id, "none"))
                .isEqualTo(whole(other.get("/api/impact-analyses/none")));
        assertThat(other.post("/api/impact-analyses/" + id + "/cancellation", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(whole(other.get("/api/impact-analyses"))).doesNotContain(id);
        assertThat(policy.get("/api/impact-analyses").body()).contains(id);
    }
}
