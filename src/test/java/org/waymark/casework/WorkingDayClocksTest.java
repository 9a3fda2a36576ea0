package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** MA-18, SY-09 and SY-10 over recorded decisions, what people did with them and what came of them. */
class WorkingDayClocksTest {

    private static final String DEBT = "{\"factor\": \"debt-bondage\", \"answer\": \"yes\"}";
    private static final String SUSPENDED = "{\"factor\": \"suspension\", \"answer\": \"yes\"}";
    private static final String REASON = "'reason': 'Agreed with everybody round the table.'";

    @TempDir
    private Path folder;

    private Hub hub;

    @BeforeEach
    void open() {
        hub = Hub.in(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private List<JsonNode> clocks(String day, String rule) {
        return hub.at(day + "T12:00:00Z")
                .clocks("LCS-1")
                .valueStream()
                .filter(clock -> clock.path("rule").asString().equals(rule))
                .toList();
    }

    private void noted(JsonNode decision, String what, String on, String result) throws Exception {
        hub.at(on + "T11:00:00Z")
                .judgements
                .note(
                        Hub.id(decision),
                        Hub.json("{'what': '%s', 'on': '%s', 'result': '%s', 'by': 'social-care'}"
                                .formatted(what, on, result)),
                        "screener");
    }

    @Test
    void aPersonDecidesByTheEndOfTheNextWorkingDay() throws Exception {
        // Friday 6 March 2026.
        JsonNode decision = hub.contact("LCS-1", 6, SUSPENDED);

        assertThat(clocks("2026-03-09", "SY-09")).singleElement().satisfies(clock -> {
            assertThat(clock.path("due").asString()).isEqualTo("2026-03-09");
            assertThat(clock.path("overdue").asBoolean()).isFalse();
            assertThat(clock.path("action").asString()).isEqualTo("manager-review");
        });
        assertThat(clocks("2026-03-10", "SY-09").get(0).path("overdue").asBoolean())
                .isTrue();
        assertThat(clocks("2026-03-10", "SY-09").get(0).path("statement").asString())
                .isEqualTo("Nobody has decided on the contact LCS-1-6 yet; a decision was due by 9 March 2026.");

        hub.judgements.review(Hub.id(decision), Hub.json("{'finding': 'Still open.'}"), "manager");
        assertThat(clocks("2026-03-10", "SY-09")).hasSize(1);
        hub.judgements.confirm(
                Hub.id(decision),
                Hub.json("{'rationale': 'School has been asked and knows no more.', 'evidenceSeen': []}"),
                "screener");
        assertThat(clocks("2026-03-10", "SY-09")).isEmpty();
    }

    @Test
    void nobodyDecidesOnAContactThatWasWithdrawn() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, DEBT);
        hub.judgements.correct(
                Hub.id(decision), Hub.json("{'withdrawn': true, 'reason': 'Another child.'}"), "manager");

        assertThat(hub.at("2026-06-01T12:00:00Z").clocks("LCS-1")).isEmpty();
    }

    @Test
    void anExploitationRiskAssessmentIsCompleteTenWorkingDaysAfterTheDecisionForMace() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, DEBT);
        assertThat(clocks("2026-03-20", "MA-18").get(0).path("due").asString()).isEqualTo("2026-03-20");
        assertThat(clocks("2026-03-20", "MA-18").get(0).path("overdue").asBoolean())
                .isFalse();
        assertThat(clocks("2026-03-21", "MA-18").get(0).path("overdue").asBoolean())
                .isTrue();

        noted(decision, "exploitation-risk-assessment", "2026-03-18", "started");
        assertThat(clocks("2026-03-21", "MA-18")).hasSize(1);
        noted(decision, "exploitation-risk-assessment", "2026-03-19", "completed");
        assertThat(clocks("2026-03-21", "MA-18")).isEmpty();
    }

    @Test
    void aYoungPersonWhoIsOpenToMaceIsAssessedToo() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, SUSPENDED);
        assertThat(clocks("2026-03-09", "MA-18")).isEmpty();

        noted(decision, "mace", "2026-03-12", "opened");

        assertThat(clocks("2026-03-13", "MA-18").get(0).path("from").asString()).isEqualTo("2026-03-12");
    }

    @Test
    void aDecisionThatTwoPeopleLoweredBelowMaceAsksForNoSuchAssessment() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, DEBT);
        hub.judgements.override(
                Hub.id(decision),
                Hub.json(
                        "{'pathways': ['safeguarding'], 'urgency': 'same-day', 'reasonCode': 'known', " + REASON + "}"),
                "screener");
        assertThat(clocks("2026-03-09", "MA-18")).hasSize(1);

        hub.judgements.countersign(Hub.id(decision), Hub.json("{'agree': true, " + REASON + "}"), "manager");

        assertThat(clocks("2026-03-09", "MA-18")).isEmpty();
    }

    @Test
    void anAssessmentIsDoneWithinFortyFiveWorkingDays() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, DEBT);
        boolean asked =
                decision.at("/outcome/actions").findValuesAsString("action").contains("social-work-assessment");
        assertThat(asked).as(decision.at("/outcome/actions").toString()).isTrue();

        // Good Friday, Easter Monday and the early May holiday lie between.
        assertThat(clocks("2026-05-13", "SY-10").get(0).path("due").asString()).isEqualTo("2026-05-13");
        assertThat(clocks("2026-05-14", "SY-10").get(0).path("overdue").asBoolean())
                .isTrue();
        noted(decision, "social-work-assessment", "2026-05-14", "completed");
        assertThat(clocks("2026-05-15", "SY-10")).isEmpty();
    }

    @Test
    void aConferenceFollowsAStrategyDiscussionWithinFifteenWorkingDays() throws Exception {
        JsonNode decision = hub.contact("LCS-1", 6, SUSPENDED);
        noted(decision, "strategy-discussion", "2026-03-09", "held");

        assertThat(clocks("2026-03-30", "SY-10").get(0).path("due").asString()).isEqualTo("2026-03-30");
        assertThat(clocks("2026-03-31", "SY-10").get(0).path("overdue").asBoolean())
                .isTrue();
        assertThat(clocks("2026-03-31", "SY-10").get(0).path("statement").asString())
                .isEqualTo("A strategy discussion was held on 9 March 2026; the conference, or that none is needed,"
                        + " was due by 30 March 2026.");
        noted(decision, "child-protection-conference", "2026-03-31", "not-needed");
        assertThat(clocks("2026-03-31", "SY-10")).isEmpty();
    }
}
