package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import tools.jackson.databind.JsonNode;

/** MA-17 over recorded decisions: twelve weeks from the first concern, and from each review. */
class MaceReviewTest {

    private static final PersonKey PERSON = new PersonKey("sefton", "LCS-1");
    private static final String DEBT = "{\"factor\": \"debt-bondage\", \"answer\": \"yes\"}";

    @TempDir
    private Path folder;

    private Store store;
    private Trail trail;
    private Pseudonyms pseudonyms;
    private final RuleSetInForce inForce = new RuleSetInForce();

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        trail = Trail.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        inForce.activate(ActiveRules.ruleSet(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private void contact(String day, String more, String observations) throws Exception {
        byte[] body = """
                {"assessmentId": "A-%s", "sourceSystem": "test", "assessedAt": "%sT10:00:00Z", %s
                 "youngPerson": {"reference": "LCS-1", "ageYears": 14, "area": "sefton"},
                 "observations": [%s]}
                """.formatted(day, day, more, observations).getBytes(StandardCharsets.UTF_8);
        new Screening(inForce, trail, pseudonyms, on(day), new Engine("test", "test")).screen(body, "screener");
    }

    /** The clocks of this row; others run beside it. */
    private List<JsonNode> clocks(String day) {
        return Json.read(new Clocks(inForce, trail, pseudonyms, on(day)).of(PERSON))
                .path("clocks")
                .valueStream()
                .filter(clock -> clock.path("rule").asString().equals("MA-17"))
                .toList();
    }

    @Test
    void noClockRunsForAYoungPersonWhoIsNotBeforeMace() throws Exception {
        contact("2026-01-05", "", "{\"factor\": \"suspension\", \"answer\": \"yes\", \"dates\": [\"2026-01-02\"]}");

        assertThat(clocks("2026-06-01")).isEmpty();
    }

    @Test
    void nothingIsRecordedAboutANobody() {
        assertThat(clocks("2026-06-01")).isEmpty();
    }

    @Test
    void aHighDecisionIsReviewedByTheEightyFourthDay() throws Exception {
        contact("2026-01-05", "", DEBT);

        assertThat(clocks("2026-03-30").get(0).path("due").asString()).isEqualTo("2026-03-30");
        assertThat(clocks("2026-03-30").get(0).path("overdue").asBoolean()).isFalse();
        assertThat(clocks("2026-03-31").get(0).path("overdue").asBoolean()).isTrue();
        assertThat(clocks("2026-03-31").get(0).path("statement").asString())
                .isEqualTo("The first concern was on 5 January 2026; a review was due by 30 March 2026.");
    }

    @Test
    void theFirstConcernCountsFromItsOwnDayAndAReviewStartsTheClockAgain() throws Exception {
        contact(
                "2026-01-05",
                "",
                "{\"factor\": \"first-exploitation-concern\", \"answer\": \"yes\", \"dates\": [\"2025-12-01\"]},"
                        + "{\"factor\": \"mace-open\", \"answer\": \"yes\"}");
        assertThat(clocks("2026-01-06").get(0).path("from").asString()).isEqualTo("2025-12-01");
        assertThat(clocks("2026-02-24").get(0).path("overdue").asBoolean()).isTrue();

        contact("2026-02-25", "", "{\"factor\": \"mace-review\", \"answer\": \"yes\", \"dates\": [\"2026-02-24\"]}");

        assertThat(clocks("2026-02-26").get(0).path("from").asString()).isEqualTo("2026-02-24");
        assertThat(clocks("2026-02-26").get(0).path("overdue").asBoolean()).isFalse();
    }

    @Test
    void aDecisionOnAContactThatWasAmendedNoLongerCounts() throws Exception {
        contact("2026-01-05", "", DEBT);
        contact(
                "2026-01-06",
                "\"amends\": {\"assessmentId\": \"A-2026-01-05\", \"reason\": \"another child\"},",
                "{\"factor\": \"suspension\", \"answer\": \"yes\", \"dates\": [\"2026-01-02\"]}");

        assertThat(clocks("2026-06-01")).isEmpty();
    }
}
