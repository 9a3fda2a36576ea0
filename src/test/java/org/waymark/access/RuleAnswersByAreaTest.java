package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.access.oidc.WithAProvider;
import org.waymark.policy.AnyRulesMayBeSubmitted;
import org.waymark.ruleset.SmallRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules are changed from draft to look-back over decisions of two areas, and after every step somebody of each area reads
 * all that the interface says of it. In Sefton one young person comes out lower and one higher, in Knowsley two and one.
 */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {WithAProvider.Settings.class, RuleAnswersByAreaTest.TwoLines.class})
@Import(AnyRulesMayBeSubmitted.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleAnswersByAreaTest {

    private static final String WHY = "Agreed by the policy board on 3 March 2026, minute 7.";
    private static final String REASONED = "\"reason\": \"" + WHY + "\"";

    /** The first of them 29 days before: within 30 days, and not within 28. */
    private static final String AT_THE_LIMIT = """
            {"factor": "going-missing", "answer": "yes", "dates": ["2026-02-10", "2026-02-25", "2026-03-06"]}""";

    private static final String MONEY = "{\"factor\": \"unexplained-money\", \"answer\": \"yes\"}";

    /** What stands in every reference of an area, and nowhere else. */
    private static final Map<String, String> MARKS = Map.of("sefton", "SE-", "knowsley", "KN-");

    /** Writes the rules that are in force at first. */
    static final class TwoLines implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("waymark-areas");
                for (Map.Entry<String, byte[]> file :
                        rules(30, "FIVE_WORKING_DAYS", "test.1").files().all().entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                TestPropertyValues.of("waymark.rules-dir=" + folder).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What somebody of an area was answered. */
    private record Read(String area, String step, String path, HttpResponse<String> answer) {

        JsonNode json() {
            return As.json(answer);
        }
    }

    @LocalServerPort
    int port;

    private final List<Read> reads = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private String whole = "";
    private String ofSefton = "";
    private String ofKnowsley = "";
    private String candidate = "";
    private String second = "";
    private String ofSecond = "";

    private static SmallRules rules(int days, String money, String name) {
        return SmallRules.of(
                        SmallRules.line(
                                "SG-12",
                                "Happened( factor == \"going-missing\", withinDays == " + days + ", times >= 3 )",
                                ".to(SAFEGUARDING, SAME_DAY)"),
                        SmallRules.line(
                                "SG-13", "Yes( factor == \"unexplained-money\" )", ".to(SAFEGUARDING, " + money + ")"))
                .with("manifest.yaml", SmallRules.manifest(name));
    }

    private As as(String name) {
        return new As(port, name);
    }

    @BeforeAll
    void play() {
        record("sefton", "SE-1", AT_THE_LIMIT);
        record("sefton", "SE-2", MONEY);
        record("knowsley", "KN-1", AT_THE_LIMIT);
        record("knowsley", "KN-2", AT_THE_LIMIT);
        record("knowsley", "KN-3", MONEY);

        candidate = draft(rules(28, "ONE_WORKING_DAY", "test.2"));
        whole = analysed("policy.all", candidate, "");
        ofSefton = analysed("policy.sefton", candidate, ", \"area\": \"sefton\"");
        ofKnowsley = analysed("policy.knowsley", candidate, ", \"area\": \"knowsley\"");
        look("analysed");
        submitThatOfSefton();
        submitAndAccept();
        activateAndLookBack();
    }

    private void record(String area, String reference, String observation) {
        ObjectNode contact = As.contact(area, reference, reference + "-A");
        contact.set("observations", As.tree("[" + observation + "]"));
        HttpResponse<String> answer = as("screener." + area).submit(contact.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String draft(SmallRules rules) {
        ObjectNode draft = JsonMapper.shared().createObjectNode();
        draft.put("note", "Twenty-eight days are four weeks, as our partners count them.");
        draft.put(
                "parent",
                As.json(as("policy.all").get("/api/rule-sets/active"))
                        .path("hash")
                        .asString());
        ObjectNode files = draft.putObject("files");
        rules.files().all().forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
        String hash = As.json(done("policy.all", "/api/rule-sets", draft.toString()))
                .path("hash")
                .asString();
        paths.add("/api/rule-sets/" + hash);
        paths.add("/api/rule-sets/" + hash + "/reviews");
        return hash;
    }

    private String analysed(String by, String hash, String more) {
        String id = As.json(done(by, "/api/impact-analyses", "{\"candidate\": \"" + hash + "\"" + more + "}"))
                .path("id")
                .asString();
        String path = "/api/impact-analyses/" + id;
        await().atMost(Duration.ofMinutes(2))
                .until(() -> As.json(as(by).get(path)).path("state").asString(), "done"::equals);
        paths.add(path);
        return id;
    }

    /** Another version, that is tried on the cases of Sefton and waits for somebody of Sefton. */
    private void submitThatOfSefton() {
        second = draft(rules(20, "FIVE_WORKING_DAYS", "test.3"));
        ofSecond = analysed("policy.sefton", second, ", \"area\": \"sefton\"");
        seen("sefton", "submitted", "/api/rule-sets/" + second + "/submission", submission(ofSecond), 200);
        look("submitted for Sefton");
    }

    private static String submission(String analysis) {
        return "{\"analysis\": \"" + analysis + "\"}";
    }

    private void submitAndAccept() {
        String path = "/api/rule-sets/" + candidate;
        seen("sefton", "refused", path + "/submission", submission(whole), 422);
        done("policy.all", path + "/submission", submission(whole));
        look("submitted");
        for (String reference :
                List.of("sefton/SE-1 hub/SE-1-A", "knowsley/KN-1 hub/KN-1-A", "knowsley/KN-2 hub/KN-2-A")) {
            done("approver.all", path + "/acceptances", accepting(reference));
            look("accepted " + reference.substring(0, reference.indexOf('/')));
        }
        for (String area : MARKS.keySet()) {
            seen(area, "refused", path + "/approval", "{\"note\": \"" + WHY + "\", \"seen\": []}", 403);
        }
        done("approver.all", path + "/approval", "{\"note\": \"" + WHY + "\", \"seen\": []}");
        look("approved");
    }

    private static String accepting(String reference) {
        return "{\"cases\": [\"" + reference + "\"]}";
    }

    /** In Sefton by its name and in Knowsley with all others, so that there is a look-back of either kind. */
    private void activateAndLookBack() {
        String path = "/api/rule-sets/" + candidate;
        done("approver.all", path + "/activation", "{\"areas\": [\"sefton\", \"*\"], \"seen\": [], " + REASONED + "}");
        look("in force");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> As.json(as("manager.all").get(path + "/reviews"))
                        .path("complete")
                        .asBoolean());
        As.json(as("auditor.all").get("/api/impact-analyses"))
                .path("analyses")
                .forEach(one ->
                        paths.add("/api/impact-analyses/" + one.path("id").asString()));
        look("looked back");
    }

    private HttpResponse<String> done(String by, String path, String body) {
        HttpResponse<String> answer = as(by).post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return answer;
    }

    private static String everybodyOf(String area) {
        return "manager+auditor+policy+approver." + area;
    }

    private void seen(String area, String step, String path, String body, int status) {
        HttpResponse<String> answer = as(everybodyOf(area)).post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        reads.add(new Read(area, step, path, answer));
    }

    /** Each area reads everything there is. */
    private void look(String step) {
        for (String area : MARKS.keySet()) {
            Stream.concat(
                            Stream.of("/api/rule-sets", "/api/impact-analyses"),
                            paths.stream().distinct())
                    .forEach(path -> reads.add(
                            new Read(area, step, path, as(everybodyOf(area)).get(path))));
        }
    }

    private JsonNode read(String area, String step, String path) {
        return reads.stream()
                .filter(one -> one.area().equals(area)
                        && one.step().equals(step)
                        && one.path().equals(path))
                .findFirst()
                .orElseThrow()
                .json();
    }

    private JsonNode version(String area, String step) {
        return read(area, step, "/api/rule-sets/" + candidate);
    }

    @ParameterizedTest
    @CsvSource({"sefton, knowsley", "knowsley, sefton"})
    void no_reference_of_the_other_area_is_anywhere_in_what_an_area_is_answered(String area, String other) {
        List<Read> own = reads.stream().filter(one -> one.area().equals(area)).toList();

        assertThat(own)
                .noneMatch(one -> (one.answer().headers().map() + one.answer().body()).contains(MARKS.get(other)));
        // So that it is no silence: their own is in all three kinds of answers.
        List<String> telling = own.stream()
                .filter(one -> one.answer().body().contains(MARKS.get(area)))
                .map(Read::path)
                .distinct()
                .toList();
        String version = "/api/rule-sets/" + candidate;
        assertThat(telling).contains(version, version + "/reviews", "/api/impact-analyses/" + ofArea(area));
    }

    @ParameterizedTest
    @CsvSource({"sefton, sefton/SE-1 hub/SE-1-A", "knowsley, knowsley/KN-1 hub/KN-1-A;knowsley/KN-2 hub/KN-2-A"})
    void an_approver_sees_the_cases_of_their_area_that_are_still_to_be_accepted(String area, String cases) {
        assertThat(texts(version(area, "submitted").at("/first/downgrades"))).containsExactly(cases.split(";"));
    }

    @ParameterizedTest
    @CsvSource({"sefton, 1", "knowsley, 2"})
    void what_was_accepted_is_counted_for_the_own_area_alone(String area, int cases) {
        assertThat(accepted(version(area, "approved"))).isEqualTo(cases);
        assertThat(accepted(As.json(as("auditor.all").get("/api/rule-sets/" + candidate))))
                .isEqualTo(3);
        assertThat(version(area, "approved").path("events").findValuesAsString("what"))
                .contains("drafted", "submitted", "approved");
    }

    private static long accepted(JsonNode version) {
        return version.path("events")
                .valueStream()
                .filter(one -> one.path("what").asString().equals("downgrades-accepted"))
                .mapToLong(one -> one.path("cases").size())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"sefton, 2, 1", "knowsley, 3, 2"})
    void an_analysis_counts_the_own_area_alone(String area, int contacts, int lower) {
        JsonNode report =
                read(area, "analysed", "/api/impact-analyses/" + ofArea(area)).path("report");
        assertThat(report.at("/totals/contacts").asInt()).isEqualTo(contacts);
        assertThat(report.at("/totals/youngPeople").asInt()).isEqualTo(contacts);
        assertThat(report.at("/totals/lower").asInt()).isEqualTo(lower);
        assertThat(report.at("/totals/higher").asInt()).isEqualTo(1);
        assertThat(report.path("areaWeeks").findValuesAsString("area")).containsOnly(area);
    }

    private String ofArea(String area) {
        return area.equals("sefton") ? ofSefton : ofKnowsley;
    }

    @Test
    void an_analysis_of_another_area_or_of_all_is_in_no_list_and_nowhere() {
        assertThat(listed("sefton")).containsExactlyInAnyOrder(ofSefton, ofSecond, lookBack("-sefton"));
        assertThat(listed("knowsley")).containsExactly(ofKnowsley);
        for (String id : List.of(whole, ofKnowsley, lookBack("-everywhere"))) {
            HttpResponse<String> answer = as(everybodyOf("sefton")).get("/api/impact-analyses/" + id);
            HttpResponse<String> nowhere = as(everybodyOf("sefton")).get("/api/impact-analyses/none");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body().replace(id, "none")).isEqualTo(nowhere.body());
        }
    }

    private List<String> listed(String area) {
        return read(area, "looked back", "/api/impact-analyses")
                .path("analyses")
                .findValuesAsString("id");
    }

    private String lookBack(String end) {
        return paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(id -> id.startsWith("look-back-") && id.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"sefton, sefton/SE-2 hub/SE-2-A", "knowsley, knowsley/KN-3 hub/KN-3-A"})
    void only_the_own_cases_are_to_be_looked_at_again(String area, String reference) {
        JsonNode reviews = read(area, "looked back", "/api/rule-sets/" + candidate + "/reviews");
        assertThat(reviews.path("complete").asBoolean()).isTrue();
        assertThat(reviews.path("reviews").findValuesAsString("reference")).containsExactly(reference);
    }

    @Test
    void an_approver_accepts_no_case_of_another_area_and_learns_nothing_by_trying() {
        String path = "/api/rule-sets/" + second + "/acceptances";
        HttpResponse<String> refused = as("approver.knowsley").post(path, accepting("sefton/SE-1 hub/SE-1-A"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("urn:waymark:problem:foreign-area")
                .doesNotContain("SE-")
                .isEqualTo(as("approver.knowsley")
                        .post(path, accepting("sefton/SE-0 hub/SE-0-A"))
                        .body());

        HttpResponse<String> theirs = as("approver.sefton").post(path, accepting("knowsley/KN-1 hub/KN-1-A"));
        assertThat(theirs.statusCode()).isEqualTo(422);
        assertThat(theirs.body().replace("KN-1", "KN-0"))
                .isEqualTo(as("approver.sefton")
                        .post(path, accepting("knowsley/KN-0 hub/KN-0-A"))
                        .body());
        assertThat(accepted(As.json(as("auditor.all").get("/api/rule-sets/" + second))))
                .isZero();

        HttpResponse<String> own = as("approver.sefton").post(path, accepting("sefton/SE-1 hub/SE-1-A"));
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        assertThat(accepted(As.json(own))).isEqualTo(1);
        JsonNode elsewhere = As.json(as("approver.knowsley").get("/api/rule-sets/" + second));
        assertThat(elsewhere.path("events").findValuesAsString("what")).containsExactly("drafted", "submitted");
    }

    @ParameterizedTest
    @CsvSource({"knowsley", "sefton"})
    void a_version_is_submitted_with_no_analysis_of_another_area_as_with_none_at_all(String area) {
        String foreign = area.equals("sefton") ? ofKnowsley : ofSefton;
        for (String hash : List.of(draft(rules(25, "SAME_DAY", "test.of." + area)), candidate)) {
            String path = "/api/rule-sets/" + hash + "/submission";
            HttpResponse<String> refused = as("policy." + area).post(path, submission(foreign));
            HttpResponse<String> none = as("policy." + area).post(path, submission("none"));
            assertThat(refused.statusCode()).isEqualTo(none.statusCode());
            assertThat(refused.body().replace(foreign, "none")).isEqualTo(none.body());
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
