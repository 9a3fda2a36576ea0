package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.JudgementRefusal.Why;
import org.waymark.casework.retention.RetentionSchedule;
import tools.jackson.databind.JsonNode;

/** What is erased no longer counts and no longer shows; what rested on it still shows as it was recorded. */
class ErasuresTest {

    private static final String MISSING_TWICE = "{\"factor\": \"going-missing\", \"answer\": \"yes\","
            + " \"dates\": [\"2026-02-20\", \"2026-02-25\"], \"note\": \"Told by an aunt.\"}";
    private static final String MISSING_ONCE =
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-28\"]}";
    private static final String AGREED =
            "{'rationale': 'I have spoken to the school and to the police.', 'evidenceSeen': []}";
    private static final String WHY = "'reasonCode': 'misfiled', 'reason': 'Filed under the wrong number by mistake.'";

    @TempDir
    private static Path folder;

    private static Hub hub;

    @BeforeAll
    static void open() {
        hub = Hub.in(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private static PersonKey sefton(String reference) {
        return new PersonKey("sefton", reference);
    }

    @Test
    void aMisfiledContactGoesWithWhatPeopleDidAndCountsNoMore() throws Exception {
        JsonNode first = hub.contact("MISFILED", 1, MISSING_TWICE);
        hub.judgements.confirm(Hub.id(first), Hub.json(AGREED), "screener");
        JsonNode second = hub.contact("MISFILED", 2, MISSING_ONCE);
        assertThat(second.at("/outcome/reasons").findValuesAsString("rule")).contains("SG-12");
        String before = hub.shown(second);

        JsonNode erased = Json.read(hub.erasures.contact(Hub.id(first), Hub.json("{" + WHY + "}"), "manager"));

        assertThat(erased.path("scope").asString()).isEqualTo("contact");
        assertThat(erased.path("entries")).hasSize(2);
        JsonNode trail = hub.trail("MISFILED");
        assertThat(trail.findValuesAsString("kind")).containsExactly("screened", "confirmed", "screened", "erased");
        for (int gone : List.of(0, 1)) {
            assertThat(trail.get(gone).path("erased").asBoolean()).isTrue();
            assertThat(trail.get(gone).has("assessment")).isFalse();
            assertThat(trail.get(gone).has("confirmation")).isFalse();
        }
        assertThat(hub.shown(second)).isEqualTo(before);
        assertThatExceptionOfType(CannotReplay.class)
                .isThrownBy(() -> hub.explanations().decision(Hub.id(second)));
        assertThatExceptionOfType(ErasedContent.class).isThrownBy(() -> hub.shown(first));
        assertThatExceptionOfType(ErasedContent.class).isThrownBy(() -> hub.contact("MISFILED", 1, MISSING_TWICE));
        assertThatExceptionOfType(ErasedContent.class)
                .isThrownBy(() -> hub.judgements.confirm(Hub.id(first), Hub.json(AGREED), "screener"));
        assertThatExceptionOfType(ErasedContent.class)
                .isThrownBy(() -> hub.erasures.contact(Hub.id(first), Hub.json("{" + WHY + "}"), "manager"));
        assertThat(hub.contact("MISFILED", 3, MISSING_ONCE)
                        .at("/outcome/reasons")
                        .findValuesAsString("rule"))
                .doesNotContain("SG-12");
        assertThat(hub.clocks("MISFILED").isArray()).isTrue();
    }

    @Test
    void whatTriedTheContactGoesWithIt() throws Exception {
        hub.at("2026-03-05T11:00:00Z");
        byte[] body = Hub.json(
                "{'assessmentId': 'TRIED-5', 'sourceSystem': 'test', 'assessedAt': '2026-03-05T10:00:00Z',"
                        + " 'youngPerson': {'reference': 'TRIED', 'area': 'sefton', 'ageYears': 14}, 'observations': []}");
        hub.screening().dryRun(body, "screener");
        JsonNode decision = Json.read(hub.screening().screen(body, "screener").decision());

        hub.erasures.contact(Hub.id(decision), Hub.json("{" + WHY + "}"), "manager");

        assertThat(hub.trail("TRIED").get(0).path("kind").asString()).isEqualTo("tried");
        assertThat(hub.trail("TRIED").get(0).path("erased").asBoolean()).isTrue();
    }

    @Test
    void everyFaultIsToldAndNothingIsErased() throws Exception {
        JsonNode decision = hub.contact("FAULTS", 1, MISSING_ONCE);
        JudgementRefusal faulty = catchThrowableOfType(
                JudgementRefusal.class,
                () -> hub.erasures.person(
                        sefton("FAULTS"),
                        Hub.json("{'reasonCode': 'No Code', 'reason': 'too short', 'confirm': 'FAULT', 'who': 1}"),
                        "manager"));
        assertThat(faulty.why()).isEqualTo(Why.FAULTY);
        assertThat(faulty.faults())
                .extracting(fault -> fault.pointer())
                .containsExactlyInAnyOrder("/who", "/reasonCode", "/reason", "/confirm");
        for (String naming : List.of("faults", "FAULTS-1")) {
            String reason = "{'reasonCode': 'misfiled', 'reason': 'All that is known of " + naming + " was misfiled.'}";
            assertThatExceptionOfType(JudgementRefusal.class)
                    .isThrownBy(() -> hub.erasures.contact(Hub.id(decision), Hub.json(reason), "manager"))
                    .satisfies(
                            refusal -> assertThat(refusal.faults().toString()).contains("without naming anybody"));
        }
        assertThat(catchThrowableOfType(
                                JudgementRefusal.class,
                                () -> hub.erasures.person(sefton("NOBODY"), Hub.json("{" + WHY + "}"), "manager"))
                        .why())
                .isEqualTo(Why.UNKNOWN);
        assertThat(hub.trail("FAULTS")).hasSize(1);
    }

    @Test
    void whoLooksIsRecordedFirstAndShownFromTheNextReadingOn() throws Exception {
        hub.contact("READ", 1, MISSING_ONCE);
        hub.at("2026-03-01T12:00:00Z");
        assertThat(hub.recordsTrail("READ", "auditor", "Inspection")).doesNotContain("\"kind\":\"read\"");
        hub.at("2026-03-01T12:14:00Z");
        assertThat(hub.recordsTrail("READ", "auditor", "Inspection"))
                .contains("\"kind\":\"read\"", "\"what\":\"trail\"", "\"reason\":\"Inspection\"");
        assertThat(hub.trail("READ")).as("one sitting").hasSize(2);
        hub.recordsTrail("READ", "auditor", null);
        hub.recordsTrail("READ", "manager", null);
        hub.at("2026-03-01T12:30:00Z");
        hub.recordsTrail("READ", "manager", null);
        assertThat(hub.trail("READ"))
                .as("another reason, another reader, another sitting")
                .hasSize(5);
        JsonNode readers = Json.read(hub.reading.readers(sefton("READ"))).path("readers");
        assertThat(readers.findValuesAsString("actor")).containsExactly("auditor", "auditor", "manager", "manager");
        assertThat(readers.get(1).path("reason").isNull()).isTrue();
        hub.recordsTrail("STRANGER", "manager", null);
        assertThat(hub.trail("STRANGER")).isEmpty();
    }

    @Test
    void theYoungPersonIsToldInPlainWordsWithoutWhatMaySpeakOfOthers() throws Exception {
        JsonNode decision = hub.contact("ACCESS", 1, "\"ageYears\": 14", MISSING_TWICE + ", " + """
                {"factor": "looked-after", "answer": "unknown", "source": "school", "note": "<script>A friend</script>"}""");
        hub.judgements.confirm(Hub.id(decision), Hub.json(AGREED), "screener");
        JsonNode gone = hub.contact("ACCESS", 2, MISSING_ONCE);
        hub.erasures.contact(Hub.id(gone), Hub.json("{" + WHY + "}"), "manager");

        JsonNode json = Json.read(hub.access.json(sefton("ACCESS"), "manager", "Asked by the young person"));
        PlainText plain = hub.access.plain(sefton("ACCESS"), "manager", "Asked by the young person");

        assertThat(json.path("entries")).hasSize(4);
        for (JsonNode place : json.path("mayNameOthers")) {
            assertThat(json.at(place.path("pointer").asString()).isMissingNode())
                    .isFalse();
        }
        assertThat(json.path("mayNameOthers").findValuesAsString("pointer"))
                .contains("/entries/0/assessment/observations/0/note", "/entries/1/confirmation/rationale");
        assertThat(plain.markdown())
                .startsWith("# What is written down about you\n")
                .contains("Going missing: yes (on 20 February 2026, 25 February 2026)", "nobody knew, said by a school")
                .contains("agreed with what the program recommended", "something was written down that has been erased")
                .contains("Asked by the young person", "record 1: assessment observations 0 note")
                .doesNotContain("aunt", "friend", "spoken to the school");
        assertThat(plain.html())
                .contains("<h1>What is written down about you</h1>")
                .doesNotContain("<script>");
    }

    @Test
    void whoIsDueIsListedAndNobodyElseAndAHoldIsShown() throws Exception {
        hub.contact("DUE", 1, "\"ageYears\": 14", "");
        hub.contact("KEPT", 1, "\"dateOfBirth\": \"2010-05-02\"", MISSING_TWICE + "," + MISSING_ONCE);
        hub.holds.hold(sefton("DUE"), Hub.json("{'reason': 'Before a court.'}"), "manager");
        assertThatExceptionOfType(JudgementRefusal.class)
                .isThrownBy(() -> hub.holds.hold(sefton("DUE"), Hub.json("{'reason': 'Again.'}"), "manager"));
        hub.at("2029-03-01T12:00:00Z");
        try (Retention retention = hub.retention(RetentionSchedule.of(name -> null))) {
            JsonNode shown = counted(retention);
            assertThat(shown.path("due").findValuesAsString("reference"))
                    .contains("DUE")
                    .doesNotContain("KEPT");
            JsonNode due = shown.path("due")
                    .valueStream()
                    .filter(one -> one.path("reference").asString().equals("DUE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(due.path("outcome").asString()).isEqualTo("universal");
            assertThat(due.path("due").asString()).isEqualTo("2029-03-01");
            assertThat(due.path("born").asString()).isEqualTo("from-age");
            assertThat(due.at("/legalHold/by").asString()).isEqualTo("manager");
            assertThat(due.path("legalBasis").asString()).contains("policy choice");
        }
        hub.at("2035-05-02T12:00:00Z");
        try (Retention retention = hub.retention(RetentionSchedule.of(name -> null))) {
            assertThat(counted(retention).path("due").findValuesAsString("reference"))
                    .contains("DUE", "KEPT");
        }
    }

    private static JsonNode counted(Retention retention) throws InterruptedException {
        JsonNode shown = Json.read(retention.of("sefton"));
        for (int i = 0; i < 1_000 && shown.path("counting").asBoolean(); i++) {
            Thread.sleep(10);
            shown = Json.read(retention.of("sefton"));
        }
        return shown;
    }

    @Test
    void aScheduleThatCannotBeReadIsRefusedByItsName() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RetentionSchedule.of(
                        name -> name.equals("waymark.retention.mace") ? "as long as we like" : null))
                .withMessageContaining("`waymark.retention.mace` is `as long as we like`");
    }
}
