package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.intake.http.Api.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.assessment.AssessmentSchema;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service says of itself holds for what it answers. */
@RunningService
class DescribedTest {

    @LocalServerPort
    int port;

    private Api api;
    private JsonNode openApi;

    @BeforeEach
    void readTheDescription() {
        api = Api.at(port, "screener");
        openApi = json(api.get("/api/openapi.json"));
    }

    @Test
    void the_description_names_every_call_and_how_to_sign_in() {
        assertThat(openApi.path("openapi").asString()).startsWith("3.1");
        assertThat(openApi.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/assessments",
                        "/api/assessments:batch",
                        "/api/work-list",
                        "/api/decisions",
                        "/api/decisions/{decisionId}",
                        "/api/decisions/{decisionId}/confirmation",
                        "/api/decisions/{decisionId}/override",
                        "/api/decisions/{decisionId}/countersignature",
                        "/api/decisions/{decisionId}/outcomes",
                        "/api/decisions/{decisionId}/correction",
                        "/api/decisions/{decisionId}/review",
                        "/api/areas/{area}/young-people/{reference}/trail",
                        "/api/areas/{area}/young-people/{reference}/clocks",
                        "/api/areas/{area}/young-people/{reference}/readers",
                        "/api/areas/{area}/young-people/{reference}/subject-access",
                        "/api/areas/{area}/young-people/{reference}/erasure",
                        "/api/areas/{area}/young-people/{reference}/legal-hold",
                        "/api/areas/{area}/young-people/{reference}/legal-hold/release",
                        "/api/areas/{area}/retention",
                        "/api/decisions/{decisionId}/erasure",
                        "/api/decisions/{decisionId}/proof",
                        "/api/decisions/{decisionId}/replay",
                        "/api/replays/latest",
                        "/api/log/key",
                        "/api/log/checkpoint",
                        "/api/log/checkpoints",
                        "/api/log/inclusion",
                        "/api/log/consistency",
                        "/api/areas/{area}/young-people/{reference}/trail/export",
                        "/api/decisions/{decisionId}/capsule",
                        "/api/log/export",
                        "/api/verifications",
                        "/api/verifications/latest",
                        "/api/factors",
                        "/api/rule-sets",
                        "/api/rule-sets/active",
                        "/api/rule-sets/{hash}",
                        "/api/rule-sets/{hash}/files",
                        "/api/rule-sets/{hash}/book",
                        "/api/rule-sets/{hash}/diff/{other}",
                        "/api/rule-sets/{hash}/check",
                        "/api/rule-sets/{hash}/submission",
                        "/api/rule-sets/{hash}/acceptances",
                        "/api/rule-sets/{hash}/approval",
                        "/api/rule-sets/{hash}/rejection",
                        "/api/rule-sets/{hash}/activation",
                        "/api/rule-sets/{hash}/activation/withdrawal",
                        "/api/rule-sets/{hash}/reviews",
                        "/api/impact-analyses",
                        "/api/impact-analyses/{id}",
                        "/api/impact-analyses/{id}/cancellation",
                        "/api/schemas/assessment.json",
                        "/api/session");
        assertThat(openApi.at("/components/securitySchemes/basic/scheme").asString())
                .isEqualTo("basic");
        assertThat(openApi.at("/security/0/basic").isArray()).isTrue();
    }

    @Test
    void every_part_that_it_refers_to_is_there() {
        Stream<String> references = openApi.findValuesAsString("$ref").stream();
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(openApi.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        });
    }

    @Test
    void it_holds_every_schema_to_the_letter() {
        JsonNode schemas = openApi.at("/components/schemas");
        assertThat(sorted(schemas.path("Assessment-observation").at("/properties/value")))
                .isEqualTo(sorted(published("/$defs/observation/properties/value")));
        assertThat(schemas.at("/Assessment/required")).hasSize(5);
        for (String part : published("/$defs").propertyNames()) {
            String moved =
                    published("/$defs/" + part).toString().replace("#/$defs/", "#/components/schemas/Assessment-");
            ObjectNode expected = (ObjectNode) JsonMapper.shared().readTree(moved);
            expected.optional("properties")
                    .flatMap(all -> all.optional("factor"))
                    .ifPresent(factor -> ((ObjectNode) factor).remove("enum"));
            assertThat(sorted(schemas.path("Assessment-" + part))).as(part).isEqualTo(sorted(expected));
        }
    }

    private JsonNode published(String pointer) {
        return JsonMapper.shared()
                .readTree(AssessmentSchema.with(ActiveRules.ruleSet().catalogue()))
                .at(pointer);
    }

    /** The order of fields and of what is required says nothing. */
    private static String sorted(JsonNode schema) {
        if (schema.isObject()) {
            return schema.properties().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(field -> field.getKey() + ":"
                            + (field.getKey().equals("required")
                                    ? field.getValue()
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .sorted()
                                            .toList()
                                    : sorted(field.getValue())))
                    .toList()
                    .toString();
        }
        return schema.isArray()
                ? schema.valueStream().map(DescribedTest::sorted).toList().toString()
                : schema.toString();
    }

    @Test
    void each_answer_is_as_it_is_described() {
        Contact contact = Contact.about("LCS-500");
        assertDescribed("Decision", api.dryRun(contact.json()));
        assertDescribed("Decision", api.submit(contact.json()));
        assertDescribed(
                "Decision", api.submit(Contact.about("LCS-501").observing("").json()));
        assertDescribed(
                "Decision", api.submit("/api/assessments?explain=true", BodyPublishers.ofString(contact.json())));
        assertDescribed("Trail", api.get("/api/areas/sefton/young-people/LCS-500/trail"));
        assertDescribed("Clocks", api.get("/api/areas/sefton/young-people/LCS-500/clocks"));
        String decision = "/api/decisions/"
                + json(api.submit(contact.json())).path("decisionId").asString();
        assertDescribed("Decision", api.as("manager").submit(decision + "/override", BodyPublishers.ofString("""
                        {"pathways": [{"pathway": "mace", "level": "screen", "urgency": "planned"}], "urgency": "planned",
                         "reasonCode": "already-open-to-service", "reason": "Seen every day by the worker whom he knows."}
                        """)));
        assertDescribed("Decision", api.submit(decision + "/outcomes", BodyPublishers.ofString("""
                        {"what": "mace", "on": "2026-03-12", "result": "opened", "by": "social-care"}""")));
        assertDescribed("Decision", api.as("auditor").submit(decision + "/review", BodyPublishers.ofString("""
                        {"finding": "Nothing to add."}""")));
        assertDescribed("Trail", api.get("/api/areas/sefton/young-people/LCS-500/trail"));
        Api manager = api.as("manager");
        String young = "/api/areas/sefton/young-people/LCS-500";
        assertDescribed("LegalHold", manager.submit(young + "/legal-hold", BodyPublishers.ofString("""
                        {"reason": "Before the family court."}""")));
        assertDescribed("Retention", manager.get("/api/areas/sefton/retention"));
        assertDescribed("LegalHold", manager.submit(young + "/legal-hold/release", BodyPublishers.ofString("""
                        {"reason": "The court has decided."}""")));
        assertDescribed("SubjectAccess", manager.get(young + "/subject-access"));
        assertDescribed("Trail", manager.get(young + "/trail?reason=Supervision"));
        assertDescribed("Readers", manager.get(young + "/readers"));
        assertDescribed("Replay", api.as("auditor").get(decision + "/replay"));
        assertDescribed("Erasure", manager.submit(young + "/erasure", BodyPublishers.ofString("""
                        {"reasonCode": "court-order", "reason": "By order of the family court, of its hearing in March.",
                         "confirm": "LCS-500"}""")));
        assertDescribed("Trail", manager.get(young + "/trail?reason=Checking"));
        assertDescribed("Readers", manager.get(young + "/readers"));
        assertDescribed("SubjectAccess", manager.get(young + "/subject-access"));
        assertDescribed("Problem", manager.get(decision));
        assertDescribed("Problem", api.submit(decision + "/confirmation", BodyPublishers.ofString("{}")));
        assertDescribed("Problem", api.as("auditor").get("/api/replays/latest"));
        assertDescribed("Factors", api.get("/api/factors"));
        assertDescribed("RuleSet", api.get("/api/rule-sets/active?area=sefton"));
        assertDescribed("RuleSets", api.as("auditor").get("/api/rule-sets"));
        String hash = json(api.get("/api/rule-sets/active")).path("hash").asString();
        assertDescribed("RuleSetVersion", api.as("auditor").get("/api/rule-sets/" + hash));
        assertDescribed("RuleSetFiles", api.as("auditor").get("/api/rule-sets/" + hash + "/files"));
        assertDescribed("Problem", api.get("/api/decisions/none"));
        assertDescribed("Problem", api.submit("{}"));
    }

    private void assertDescribed(String name, HttpResponse<String> answer) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", openApi.path("components"));
        List<Error> faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON);
        assertThat(faults).as(answer.body()).isEmpty();
    }

    @Test
    void its_codes_are_those_of_the_program() {
        JsonNode schemas = openApi.at("/components/schemas");
        assertThat(texts(schemas.at("/Urgency/enum"))).isEqualTo(codes(Urgency.values()));
        assertThat(texts(schemas.at("/PathwayResult/properties/pathway/enum"))).isEqualTo(codes(Pathway.values()));
    }

    private static List<String> codes(Coded[] constants) {
        return Arrays.stream(constants).map(Coded::code).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void the_schema_of_an_assessment_is_that_of_the_catalogue_in_force() {
        HttpResponse<String> answer = api.get("/api/schemas/assessment.json");
        assertThat(answer.body())
                .isEqualTo(AssessmentSchema.with(ActiveRules.ruleSet().catalogue()));
    }

    @Test
    void the_catalogue_has_every_factor_with_its_groups() {
        JsonNode factors = json(api.get("/api/factors")).path("factors");
        assertThat(factors).hasSize(ActiveRules.ruleSet().catalogue().factors().size());
        JsonNode threat = factors.valueStream()
                .filter(factor -> factor.path("id").asString().equals("threat-to-life"))
                .findFirst()
                .orElseThrow();
        assertThat(texts(threat.path("groups"))).contains("immediate-harm");
        assertThat(threat.path("kind").asString()).isEqualTo("event");
    }

    @Test
    void the_active_rule_set_is_the_one_that_decides() {
        JsonNode active = json(api.get("/api/rule-sets/active"));
        JsonNode decision = json(api.submit(Contact.about("LCS-502").json()));
        assertThat(active.path("hash")).isEqualTo(decision.at("/ruleSet/hash"));
        assertThat(active.path("name")).isEqualTo(decision.at("/ruleSet/name"));
    }
}
