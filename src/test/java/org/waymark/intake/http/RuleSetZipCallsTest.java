package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.ruleset.HostileZip;
import org.waymark.ruleset.RuleSetZip;
import org.waymark.ruleset.SavedWorkbook;
import org.waymark.ruleset.SmallRules;
import tools.jackson.databind.JsonNode;

/** Versions of the rules come in as a zip and go out as one. */
@RunningService
class RuleSetZipCallsTest {

    private static final String ZIP = "application/zip";
    private static final String NOTED = "/api/rule-sets?note=" + encoded("Twenty days: minute 7 & 8.");

    @LocalServerPort
    int port;

    private Api policy;

    @BeforeEach
    void signIn() {
        policy = Api.at(port, "policy");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static SmallRules rules(String name) {
        return SmallRules.of(SmallRules.GOOD).with("manifest.yaml", SmallRules.manifest(name));
    }

    /** The folder as a person zips it: in a folder, with what stands there for people and for their machine. */
    private static HostileZip zipped(SmallRules rules, String folder) {
        HostileZip zip = new HostileZip();
        rules.files().all().forEach((name, content) -> zip.with(folder + name, content));
        return zip;
    }

    private HttpResponse<String> draft(byte[] zip) {
        return draft(NOTED, ZIP, BodyPublishers.ofByteArray(zip));
    }

    private HttpResponse<String> draft(String path, String type, BodyPublisher body) {
        return Api.send(policy.request(path).header("Content-Type", type).POST(body));
    }

    private HttpResponse<byte[]> exported(String hash) {
        return Api.send(
                policy.request("/api/rule-sets/" + hash + "/files").header("Accept", ZIP), BodyHandlers.ofByteArray());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:waymark:problem:" + code);
    }

    @Test
    void what_screens_goes_out_as_a_zip_and_comes_back_as_the_same_version() {
        String hash = json(policy.get("/api/rule-sets/active")).path("hash").asString();

        HttpResponse<byte[]> zip = exported(hash);

        assertThat(zip.headers().firstValue("Content-Type")).hasValue(ZIP);
        assertThat(zip.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"rules-2026.1-" + hash.substring(7, 19) + ".zip\"");
        assertThat(exported(hash).body()).isEqualTo(zip.body());
        HttpResponse<String> again = draft(zip.body());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(json(again).path("hash").asString()).isEqualTo(hash);
        assertThat(json(again).path("author").asString()).isEqualTo("system");
    }

    @Test
    void a_folder_as_a_mac_zips_it_is_a_draft_by_the_same_road() {
        SmallRules rules = rules("mac.1");
        byte[] zip = zipped(rules, "rules/")
                .with("rules/", new byte[0])
                .with("rules/README.md", "For people.")
                .with("rules/.DS_Store", new byte[] {0, 1})
                .with("__MACOSX/rules/._manifest.yaml", new byte[] {0, 5, 22, 7})
                .bytes();

        HttpResponse<String> answer = draft(zip);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("hash").asString()).isEqualTo(rules.files().hash());
        assertThat(json(answer).path("state").asString()).isEqualTo("draft");
        assertThat(json(answer).path("author").asString()).isEqualTo("policy");
        assertThat(json(answer).path("note").asString()).isEqualTo("Twenty days: minute 7 & 8.");
        assertThat(json(answer).path("parent").isNull()).isTrue();
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/rule-sets/" + rules.files().hash());
    }

    @Test
    void a_workbook_comes_in_by_zip_and_goes_out_by_zip_to_the_byte() throws Exception {
        SmallRules rules = rules("workbook.1").with("more.drl.xlsx", SavedWorkbook.good());
        String hash = rules.files().hash();
        assertThat(draft(zipped(rules, "").bytes()).statusCode()).isEqualTo(201);

        assertThat(RuleSetZip.read(exported(hash).body()).hash()).isEqualTo(hash);
        JsonNode shown = json(policy.get("/api/rule-sets/" + hash + "/files"));
        assertThat(shown.path("files").has("more.drl.xlsx")).isFalse();
        assertThat(shown.path("files").has("rules.drl")).isTrue();
        assertThat(shown.path("binary").valueStream().map(JsonNode::asString)).containsExactly("more.drl.xlsx");
    }

    @Test
    void a_workbook_in_json_is_told_how_it_can_come_in_and_may_be_taken_out() {
        SmallRules rules = rules("workbook.2").with("more.drl.xlsx", SavedWorkbook.good());
        String hash = rules.files().hash();
        draft(zipped(rules, "").bytes());
        String draft = "{\"note\": \"x\", \"parent\": \"%s\", \"files\": {\"more.drl.xlsx\": %s}}";

        HttpResponse<String> answer = draft(
                "/api/rule-sets", "application/json", BodyPublishers.ofString(draft.formatted(hash, "\"UEsDBA==\"")));
        assertRefused(answer, 422, "faulty");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/files/more.drl.xlsx");
        assertThat(json(answer).at("/errors/0/message").asString())
                .contains("as a zip, with `Content-Type: application/zip`");

        HttpResponse<String> without =
                draft("/api/rule-sets", "application/json", BodyPublishers.ofString(draft.formatted(hash, "null")));
        assertThat(without.statusCode()).as(without.body()).isEqualTo(201);
        assertThat(json(without).path("hash").asString())
                .isEqualTo(rules("workbook.2").files().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../evil.drl|/files/..~1evil.drl|leads out of the archive",
                "odd~name.drl|/files/odd~0name.drl|is not a file of a rule set",
                "caf\u00e9 `\u202e.drl|/files/caf? '?.drl|is not a file of a rule set",
                "other/a.drl|/files/other~1a.drl|a folder that no rule set has",
                "scenarios/a/b.yaml|/files/scenarios~1a~1b.yaml|a folder that no rule set has",
                "rules.drl|/files/rules.drl|stands in the archive twice",
                "RULES.drl|/files/RULES.drl|in capitals alone",
            })
    void a_name_that_may_not_be_is_told_by_itself(String name, String pointer, String message) {
        HttpResponse<String> answer =
                draft(zipped(rules("names.1"), "").with(name, "// x").bytes());

        assertRefused(answer, 422, "faulty-rules");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(json(answer).at("/errors/0/message").asString()).contains(message);
    }

    @Test
    void what_is_no_zip_is_a_fault_of_the_whole() {
        for (byte[] body : List.of(new byte[0], "PK".getBytes(StandardCharsets.UTF_8), new HostileZip().bytes())) {
            HttpResponse<String> answer = draft(body);
            assertRefused(answer, 422, "faulty-rules");
            assertThat(json(answer).at("/errors/0/pointer").asString()).isEmpty();
            assertThat(json(answer).at("/errors/0/message").asString()).startsWith("the archive: ");
        }
    }

    @Test
    void faults_of_the_rules_in_a_zip_are_told_as_those_of_a_draft_in_json_are() {
        SmallRules faulty = SmallRules.of(SmallRules.GOOD.replace("going-missing\", w", "going-mising\", w"));
        HttpResponse<String> answer = draft(zipped(faulty, "rules/").bytes());

        assertRefused(answer, 422, "faulty-rules");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/files/rules.drl");
        assertThat(json(answer).at("/errors/0/message").asString()).contains("did you mean `going-missing`?");
    }

    @Test
    void a_bomb_is_refused_and_so_is_more_than_an_archive_may_have() {
        HttpResponse<String> bomb = draft(zipped(rules("bomb.1"), "")
                .with("bomb.drl", new byte[64 * 1024 * 1024])
                .bytes());
        assertRefused(bomb, 422, "faulty-rules");
        assertThat(bomb.body()).contains("more than 524288 bytes when unpacked");

        byte[] large = new byte[RuleSetZip.MOST_BYTES_PACKED + 1];
        assertRefused(draft(large), 413, "too-large");
        assertRefused(
                draft(NOTED, ZIP, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-tar", "application/octet-stream", "text/plain", "multipart/form-data"})
    void another_type_is_told_which_two_are_read(String type) {
        HttpResponse<String> answer = draft(
                NOTED,
                type,
                BodyPublishers.ofByteArray(zipped(rules("type.1"), "").bytes()));

        assertRefused(answer, 415, "unsupported-media-type");
        assertThat(json(answer).path("detail").asString()).contains("application/json or application/zip");
    }

    @Test
    void a_zip_that_says_it_is_json_is_no_json_and_the_other_way_round() {
        byte[] zip = zipped(rules("lie.1"), "").bytes();
        assertRefused(draft("/api/rule-sets", "application/json", BodyPublishers.ofByteArray(zip)), 400, "bad-request");
        assertRefused(draft("{}".getBytes(StandardCharsets.UTF_8)), 422, "faulty-rules");
        assertRefused(
                Api.send(policy.request(NOTED)
                        .header("Content-Type", ZIP)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zip))),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|/note|this field is missing",
                "?note=a&note=b|/note|is given 2 times",
                "?note=a&parnet=b|/parnet|did you mean `parent`?",
            })
    void note_and_parent_of_a_zip_stand_behind_the_address(String query, String pointer, String message) {
        HttpResponse<String> answer = draft(
                "/api/rule-sets" + query,
                ZIP,
                BodyPublishers.ofByteArray(zipped(rules("query.1"), "").bytes()));

        assertRefused(answer, 422, "faulty");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(json(answer).at("/errors/0/message").asString()).contains(message);
    }

    @Test
    void a_parent_that_nobody_knows_is_not_found_and_a_query_that_makes_no_sense_is_refused() {
        byte[] zip = zipped(rules("parent.1"), "").bytes();
        assertRefused(draft(NOTED + "&parent=none", ZIP, BodyPublishers.ofByteArray(zip)), 404, "not-found");
        assertRefused(draft("/api/rule-sets?note=x", "application/json", BodyPublishers.ofString("{}")), 422, "faulty");
        assertRefused(exportedText("sha256:none"), 404, "not-found");
    }

    private HttpResponse<String> exportedText(String hash) {
        return Api.send(policy.request("/api/rule-sets/" + hash + "/files").header("Accept", ZIP));
    }

    @Test
    void a_test_may_not_have_a_name_that_no_archive_could_hold() {
        String hash = json(policy.get("/api/rule-sets/active")).path("hash").asString();
        String body =
                "{\"note\": \"x\", \"parent\": \"" + hash + "\", \"files\": {\"scenarios/../../evil.yaml\": \"[]\"}}";

        HttpResponse<String> answer = draft("/api/rule-sets", "application/json", BodyPublishers.ofString(body));

        assertRefused(answer, 422, "faulty-rules");
        assertThat(answer.body()).contains("no plain file name");
    }

    @Test
    void mutated_archives_are_refused_or_drafted_and_never_a_failure() {
        Random random = new Random(20260312);
        byte[] good = zipped(rules("mutated.1"), "rules/").bytes();
        for (int round = 0; round < 150; round++) {
            byte[] mutated = good.clone();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(draft(mutated).statusCode()).isIn(201, 422);
        }
    }
}
