package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.replay.Replayed;
import tools.jackson.databind.JsonNode;

/** Who looks is on record: once a sitting, whatever they look at, and without any effect on what is decided. */
class ReadingTest {

    private static final String MISSING =
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-20\", \"2026-02-25\"]}";
    private static final String AGREED =
            "{'rationale': 'I have spoken to the school and to the police.', 'evidenceSeen': []}";
    private static final String ERASE =
            "{'reasonCode': 'misfiled', 'reason': 'Filed under the wrong number by mistake.'}";

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

    private static void look(JsonNode decision, String actor) {
        assertThat(hub.records().decision(Hub.id(decision), Visitor.everywhere(actor, null)))
                .isPresent();
    }

    /** Each reading as its reader and what they saw. */
    private static List<String> readers(String reference) {
        List<String> readers = new ArrayList<>();
        Json.read(hub.reading.readers(sefton(reference)))
                .path("readers")
                .forEach(reading -> readers.add(reading.path("actor").asString() + " "
                        + reading.path("what").asString("erased")));
        return readers;
    }

    @Test
    void whatIsLookedAtIsTold() throws Exception {
        JsonNode decision = hub.contact("LOOKED", 1, MISSING);
        String id = Hub.id(decision);
        hub.at("2026-03-01T12:00:00Z");

        assertThat(hub.records().decision(id, Visitor.everywhere("manager", "Supervision")))
                .hasValue(decision.toString());
        assertThat(hub.records().explained(id, Visitor.everywhere("manager", null)))
                .isPresent();
        assertThat(hub.records().replay(id, Visitor.everywhere("auditor", "Inspection")))
                .isPresent();
        assertThat(hub.records().clocks(sefton("LOOKED"), Visitor.everywhere("auditor", null)))
                .contains("clocks");

        assertThat(readers("LOOKED"))
                .containsExactly("manager decision", "manager explanation", "auditor replay", "auditor clocks");
        JsonNode readers = Json.read(hub.reading.readers(sefton("LOOKED"))).path("readers");
        assertThat(readers.findValuesAsString("decisionId")).containsExactly(id, id, id);
        assertThat(readers.get(0).path("reason").asString()).isEqualTo("Supervision");
        assertThat(readers.get(3).has("decisionId")).isFalse();
    }

    @Test
    void nothingIsAddedWithinASittingWhoeverAndWhateverElseIsLookedAtMeanwhile() throws Exception {
        JsonNode first = hub.contact("SITTING", 1, MISSING);
        JsonNode second = hub.contact("SITTING", 2, MISSING);
        for (int minute = 0; minute < 14; minute++) {
            hub.at("2026-03-02T12:%02d:00Z".formatted(minute));
            look(first, "manager");
            look(second, "auditor");
            look(second, "manager");
            hub.records().clocks(sefton("SITTING"), Visitor.everywhere("manager", null));
        }
        assertThat(readers("SITTING"))
                .containsExactly("manager decision", "auditor decision", "manager decision", "manager clocks");

        hub.at("2026-03-02T12:15:00Z");
        look(first, "manager");
        assertThat(readers("SITTING")).as("another sitting").hasSize(5);
        hub.judgements.confirm(Hub.id(second), Hub.json(AGREED), "screener");
        look(second, "manager");
        assertThat(readers("SITTING")).as("there is something new to be seen").hasSize(6);
    }

    @Test
    void whoMadeADecisionOrDidTheLastThingWithItHadItAsAnAnswer() throws Exception {
        JsonNode decision = hub.contact("OWN", 3, MISSING);
        look(decision, "screener");
        assertThat(hub.records().explained(Hub.id(decision), Visitor.everywhere("screener", null)))
                .isPresent();
        hub.judgements.confirm(Hub.id(decision), Hub.json(AGREED), "manager");
        look(decision, "manager");
        assertThat(readers("OWN")).isEmpty();

        look(decision, "screener");
        assertThat(readers("OWN")).as("what somebody else did with it").containsExactly("screener decision");
        JsonNode later = hub.contact("OWN", 4, MISSING);
        look(decision, "screener");
        assertThat(readers("OWN")).as("an earlier decision").hasSize(2);
        hub.at("2026-03-04T10:15:02Z");
        look(later, "screener");
        assertThat(readers("OWN")).as("another sitting").hasSize(3);
    }

    @Test
    void aRepeatOfASubmissionIsNoReading() throws Exception {
        hub.contact("REPEATED", 5, MISSING);
        hub.contact("REPEATED", 5, MISSING);
        assertThat(hub.trail("REPEATED")).hasSize(1);
    }

    @Test
    void whereNothingIsShownNothingIsRecorded() throws Exception {
        JsonNode decision = hub.contact("GONE", 6, MISSING);
        hub.erasures.contact(Hub.id(decision), Hub.json(ERASE), "manager");
        assertThatExceptionOfType(ErasedContent.class).isThrownBy(() -> look(decision, "auditor"));
        assertThatExceptionOfType(ErasedContent.class)
                .isThrownBy(() -> hub.records().explained(Hub.id(decision), Visitor.everywhere("auditor", null)));
        assertThatExceptionOfType(CannotReplay.class)
                .isThrownBy(() -> hub.records().replay(Hub.id(decision), Visitor.everywhere("auditor", null)));
        assertThat(hub.records().decision("none", Visitor.everywhere("auditor", null)))
                .isEmpty();
        assertThat(hub.records().clocks(sefton("NOBODY"), Visitor.everywhere("auditor", null)))
                .contains("\"clocks\":[]");
        assertThat(readers("GONE")).isEmpty();
        assertThat(hub.trail("NOBODY")).isEmpty();
    }

    @Test
    void whySomebodyLookedGoesWithTheContactAndThatTheyDidStays() throws Exception {
        JsonNode gone = hub.contact("WITH", 7, MISSING);
        JsonNode stays = hub.contact("WITH", 8, MISSING);
        hub.records().decision(Hub.id(gone), Visitor.everywhere("auditor", "What was said of an uncle"));
        hub.records().decision(Hub.id(stays), Visitor.everywhere("auditor", null));

        hub.erasures.contact(Hub.id(gone), Hub.json(ERASE), "manager");

        assertThat(readers("WITH")).containsExactly("auditor erased", "auditor decision");
        assertThat(hub.trail("WITH").toString()).doesNotContain("uncle");
    }

    @Test
    void readingsChangeNoOutcomeNoQuestionAndNoReplay() throws Exception {
        JsonNode first = hub.contact("QUIET", 9, MISSING);
        hub.contact("LOUD", 9, MISSING);
        look(first, "auditor");
        hub.records().clocks(sefton("QUIET"), Visitor.everywhere("manager", null));
        JsonNode quiet = hub.contact("QUIET", 10, MISSING);
        JsonNode loud = hub.contact("LOUD", 10, MISSING);
        assertThat(quiet.path("outcome").toString().replace("QUIET", "LOUD"))
                .isEqualTo(loud.path("outcome").toString());
        look(quiet, "auditor");

        assertThat(hub.replays(hub.trail(), hash -> Optional.empty()).again(Hub.id(quiet)))
                .hasValueSatisfying(replayed -> assertThat(replayed).isInstanceOf(Replayed.Same.class));
        assertThat(hub.decision(quiet)).isEqualTo(quiet);
    }

    @Test
    void theYoungPersonIsToldWhoLookedAtWhat() throws Exception {
        JsonNode decision = hub.contact("TOLD", 11, MISSING);
        hub.records().decision(Hub.id(decision), Visitor.everywhere("auditor", "Inspection"));
        hub.records().clocks(sefton("TOLD"), Visitor.everywhere("manager", null));

        String plain =
                hub.access.plain(sefton("TOLD"), "manager", null).markdown().replace("\\", "");

        assertThat(plain)
                .contains("`auditor`, on 11 March 2026, at one decision. Why: Inspection")
                .contains("`manager`, on 11 March 2026, at what is due, and when. They did not say why");
        assertThat(hub.access.json(sefton("TOLD"), "manager", null)).contains("\"what\":\"clocks\"");
    }
}
