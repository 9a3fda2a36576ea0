package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessmentSchemaTest {

    private static final String TEXT = AssessmentSchema.with(Example.catalogue());

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @Test
    void the_example_of_the_contract_holds_against_schema_and_reader() throws InvalidAssessment {
        assertThat(faultsOf(Example.json())).isEmpty();
        assertThat(Example.read(Example.json())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void ordinary_contacts_hold_against_schema_and_reader(String contact) throws InvalidAssessment {
        assertThat(faultsOf(contact)).isEmpty();
        assertThat(Example.read(contact)).isNotNull();
    }

    static Stream<String> contacts() {
        return Example.text("contacts.ndjson").lines();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /asessedAt                   | "2026-03-11T10:30:00Z"
            /assessmentId                | 7
            /assessmentId                | ""
            /assessmentId                | " MASH"
            /assessedAt                  | "11 March 2026"
            /assessedAt                  | "2026-03-11T10:30:00"
            /referredBy                  | "polise"
            /youngPerson                 | []
            /youngPerson/name            | "Chris"
            /youngPerson/ageYears        | "13"
            /youngPerson/ageYears        | 121
            /youngPerson/dateOfBirth     | "02/05/2012"
            /youngPerson/area            | "Sefton"
            /youngPerson/previousReferences/0 | {"area": "knowsley"}
            /observations                | {}
            /observations/0/factor       | "goingmissing"
            /observations/0/answer       | "Yes"
            /observations/0/dates        | []
            /observations/0/dates        | ["2026-02-16", "2026-02-16"]
            /observations/0/colour       | "red"
            /observations/1/value        | -1
            /observations/2/times        | 0
            /observations/2/withinDays   | 36501
            /observations/3/basis        | "sure"
            /observations/4/offenceStatus | "charge"
            /observations/5/note         | "bell \\u0007"
            /amends                      | {"assessmentId": "MASH-2026-000122", "reason": " "}
            /context/childSeenAlone      | "yes"
            /context/parentsViews        | "none"
            /context/consulted/0/agency  | "nobody"
            /monitoring/sex              | {"is": "male"}
            /monitoring/shoeSize         | "9"
            """)
    void what_a_schema_can_refuse_both_refuse(String pointer, String value) {
        String slip = Example.with(pointer, value);
        assertThat(faultsOf(slip)).isNotEmpty();
        assertThat(Example.refused(slip).faults()).isNotEmpty();
    }

    @Test
    void the_codes_of_the_schema_are_those_of_the_reader() {
        assertThat(allowed("/$defs/agency")).isEqualTo(codes(Agency.values()));
        assertThat(allowed("/$defs/observation/properties/answer")).isEqualTo(codes(Answer.values()));
        assertThat(allowed("/$defs/observation/properties/basis")).isEqualTo(codes(Basis.values()));
        assertThat(allowed("/$defs/observation/properties/offenceStatus")).isEqualTo(codes(OffenceStatus.values()));
    }

    @Test
    void the_schema_allows_the_factors_of_the_catalogue_and_says_what_every_field_is() {
        assertThat(allowed("/$defs/observation/properties/factor"))
                .containsExactlyElementsOf(
                        Example.catalogue().factors().stream().map(Factor::id).toList());
        for (JsonNode properties : schema().findValues("properties")) {
            properties
                    .properties()
                    .forEach(field -> assertThat(field.getValue().has("description")
                                    || field.getValue().has("$ref"))
                            .as(field.getKey())
                            .isTrue());
        }
    }

    private static List<Error> faultsOf(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    private static List<String> allowed(String pointer) {
        return schema().at(pointer)
                .get("enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> codes(Coded... constants) {
        return Stream.of(constants).map(Coded::code).toList();
    }

    private static JsonNode schema() {
        return JsonMapper.shared().readTree(TEXT);
    }
}
