package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import tools.jackson.databind.JsonNode;

/** From a submitted document to a recorded decision, on the embedded store and the repository's own rules. */
class ScreeningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-12T09:00:00.123Z"), ZoneOffset.UTC);
    private static final String GOES_MISSING =
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"%s\"]}";

    @TempDir
    private static Path folder;

    private static Store store;
    private static Screening screening;
    private static Records records;
    private static Explanations explanations;
    private static Trail trail;
    private static Pseudonyms pseudonyms;

    @BeforeAll
    static void open() {
        store = Store.open(StoreSettings.embedded(folder), CLOCK);
        trail = Trails.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        RuleSetInForce inForce = new RuleSetInForce();
        inForce.activate(ActiveRules.ruleSet(), CLOCK.instant());
        screening = new Screening(inForce, trail, pseudonyms, CLOCK, new Engine("test", "test"));
        PastVersions past = new PastVersions(hash -> Optional.empty(), 1);
        explanations = new Explanations(inForce, past, trail);
        records = new Records(
                trail,
                new Reading(trail, pseudonyms, CLOCK),
                explanations,
                new Replays(inForce, past, trail, pseudonyms),
                new Clocks(inForce, trail, pseudonyms, CLOCK));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static byte[] contact(String id, String reference, int dayOfMarch, String more, String... observations) {
        return """
                {"assessmentId": "%s", "sourceSystem": "test", "assessedAt": "2026-03-%02dT10:00:00Z", %s
                 "youngPerson": {"reference": "%s", "ageYears": 14, "area": "sefton"},
                 "observations": [%s]}
                """.formatted(id, dayOfMarch, more, reference, String.join(",", observations))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode screened(byte[] contact) throws Exception {
        return Json.read(screening.screen(contact, "screener").decision());
    }

    private static List<String> rules(JsonNode decision) {
        List<String> rules = new ArrayList<>();
        decision.path("outcome")
                .path("reasons")
                .forEach(reason -> rules.add(reason.path("rule").asString()));
        return rules;
    }

    private static JsonNode trail(String reference) {
        return Json.read(records.trail(new PersonKey("sefton", reference), Visitor.everywhere("auditor", null)))
                .path("entries");
    }

    @Test
    void anAssessmentIsDecidedOnceHoweverOftenItIsSubmitted() throws Exception {
        byte[] contact = contact("A-1", "ONCE", 1, "", GOES_MISSING.formatted("2026-02-28"));

        Screened first = screening.screen(contact, "screener");
        Screened again = screening.screen(contact, "manager");

        assertThat(first.repeat()).isFalse();
        assertThat(again).isEqualTo(new Screened(first.decision(), true));
        assertThat(trail("ONCE")).hasSize(1);
    }

    @Test
    void theSameNumberWithOtherContentIsAConflictAndTheFirstStands() throws Exception {
        screening.screen(contact("B-1", "CONFLICT", 1, ""), "screener");

        assertThatThrownBy(() -> screening.screen(
                        contact("B-1", "CONFLICT", 1, "", GOES_MISSING.formatted("2026-02-28")), "screener"))
                .isInstanceOf(ConflictingAssessment.class);
        assertThat(trail("CONFLICT")).hasSize(1);
    }

    @Test
    void earlierContactsAboutTheSameYoungPersonCount() throws Exception {
        screened(contact("C-1", "HISTORY", 1, "", GOES_MISSING.formatted("2026-02-20")));
        screened(contact("C-2", "HISTORY", 2, "", GOES_MISSING.formatted("2026-02-25")));
        JsonNode third = screened(contact("C-3", "HISTORY", 3, "", GOES_MISSING.formatted("2026-03-02")));
        JsonNode alone = screened(contact("C-4", "SOMEBODY-ELSE", 3, "", GOES_MISSING.formatted("2026-03-02")));

        assertThat(rules(third)).contains("SG-12");
        assertThat(rules(alone)).doesNotContain("SG-12");
        assertThat(trail("HISTORY").get(2).path("history")).hasSize(2);
    }

    @Test
    void whatAnotherNumberOfTheSameYoungPersonKnewCounts() throws Exception {
        screened(contact("D-1", "OLD-NUMBER", 1, "", GOES_MISSING.formatted("2026-02-20")));
        screened(contact("D-2", "OLD-NUMBER", 2, "", GOES_MISSING.formatted("2026-02-25")));
        byte[] joined = new String(
                        contact("D-3", "NEW-NUMBER", 3, "", GOES_MISSING.formatted("2026-03-02")),
                        StandardCharsets.UTF_8)
                .replace(
                        "\"ageYears\"",
                        "\"previousReferences\": [{\"area\": \"sefton\", \"reference\": \"OLD-NUMBER\"}], \"ageYears\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(rules(screened(joined))).contains("SG-12");
    }

    @Test
    void anAmendedAssessmentNoLongerCounts() throws Exception {
        screened(contact("E-1", "AMENDED", 1, "", GOES_MISSING.formatted("2026-02-20")));
        screened(contact("E-2", "AMENDED", 2, "", GOES_MISSING.formatted("2026-02-25")));
        String amends = "\"amends\": {\"assessmentId\": \"E-1\", \"reason\": \"it was another child\"},";
        screened(contact("E-3", "AMENDED", 2, amends));
        JsonNode after = screened(contact("E-4", "AMENDED", 3, "", GOES_MISSING.formatted("2026-03-02")));

        assertThat(rules(after)).doesNotContain("SG-12");
    }

    @Test
    void amendingWhatIsNotRecordedIsAFaultAndNothingIsRecorded() {
        String amends = "\"amends\": {\"assessmentId\": \"NEVER\", \"reason\": \"a slip of the pen\"},";

        InvalidAssessment fault = catchThrowableOfType(
                InvalidAssessment.class, () -> screening.screen(contact("F-1", "NOTHING", 1, amends), "screener"));

        assertThat(fault.faults()).extracting(Fault::pointer).containsExactly("/amends/assessmentId");
        assertThat(trail("NOTHING")).isEmpty();
    }

    @Test
    void aDryRunDecidesNothingAndTheDecisionMadeLaterShowsHowOftenItWasTried() throws Exception {
        byte[] contact = contact("G-1", "TRIED", 1, "", GOES_MISSING.formatted("2026-02-28"));

        JsonNode tried = Json.read(screening.dryRun(contact, "screener").decision());
        screening.dryRun(contact, "manager");
        JsonNode made = screened(contact);

        assertThat(tried.path("decisionId").isNull()).isTrue();
        assertThat(tried.path("recordedAt").isNull()).isTrue();
        assertThat(tried.path("outcome")).isEqualTo(made.path("outcome"));
        assertThat(made.path("dryRuns").asInt()).isEqualTo(2);
        assertThat(trail("TRIED"))
                .extracting(entry -> entry.path("kind").asString())
                .containsExactly("tried", "tried", "screened");
    }

    @Test
    void anEntryHoldsAllThatAReplayNeeds() throws Exception {
        JsonNode decision = screened(contact("H-1", "REPLAY", 1, "", GOES_MISSING.formatted("2026-02-28")));

        JsonNode entry = trail("REPLAY").get(0);

        assertThat(entry.path("assessment").path("assessmentId").asString()).isEqualTo("H-1");
        assertThat(entry.path("history").isArray()).isTrue();
        assertThat(entry.path("decision")).isEqualTo(decision);
        assertThat(entry.path("decision").path("ruleSet").path("hash").asString())
                .isEqualTo(ActiveRules.ruleSet().hash());
        assertThat(entry.path("engine").has("drools")).isTrue();
        assertThat(entry.path("format").asInt()).isEqualTo(2);
        assertThat(records.decision(decision.path("decisionId").asString(), Visitor.everywhere("screener", null)))
                .contains(decision.toString());
    }

    @Test
    void manyContactsAboutOneYoungPersonAtOnceEachSeeWhatWasRecordedBefore() throws Exception {
        ExecutorService screeners = Executors.newFixedThreadPool(8);
        List<Future<JsonNode>> decisions = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            byte[] contact = contact("I-" + i, "BUSY", i, "", GOES_MISSING.formatted("2026-02-2" + (i - 1)));
            decisions.add(screeners.submit(() -> screened(contact)));
        }
        for (Future<JsonNode> decision : decisions) {
            decision.get();
        }
        screeners.shutdown();

        List<Instant> seen = new ArrayList<>();
        for (JsonNode entry : trail("BUSY")) {
            Instant assessedAt =
                    Instant.parse(entry.path("assessment").path("assessedAt").asString());
            long earlier = seen.stream().filter(assessedAt::isAfter).count();
            assertThat(entry.path("history")).hasSize((int) earlier);
            seen.add(assessedAt);
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void aReplayOfWhatIsRecordedGivesTheSameBytes() throws Exception {
        screened(contact("J-1", "SAME", 1, "", GOES_MISSING.formatted("2026-02-20")));
        screened(contact("J-2", "SAME", 2, "\"referredBy\": \"police\",", GOES_MISSING.formatted("2026-02-25")));
        screened(contact("J-3", "SAME", 3, "", GOES_MISSING.formatted("2026-03-02")));
        AssessmentReader reader = new AssessmentReader(ActiveRules.ruleSet().catalogue());

        List<Assessment> earlier = new ArrayList<>();
        for (JsonNode entry : trail("SAME")) {
            Assessment assessment =
                    reader.reread(entry.path("assessment").toString()).assessment();
            String again = Json.write(ActiveRules.screener().screen(assessment, earlier));
            assertThat(entry.path("decision").path("outcome").toString()).isEqualTo(again);
            earlier.add(assessment);
        }
        assertThat(earlier).hasSize(3);
    }

    @Test
    void aDecisionIsExplainedFromWhatWasItsHistoryThenAndNotFromWhatCameLater() throws Exception {
        screened(contact("X-1", "EXPLAINED", 1, "", GOES_MISSING.formatted("2026-02-20")));
        screened(contact("X-2", "EXPLAINED", 2, "", GOES_MISSING.formatted("2026-02-25")));
        JsonNode third = screened(contact("X-3", "EXPLAINED", 4, "", GOES_MISSING.formatted("2026-03-02")));
        String id = third.path("decisionId").asString();
        String explained = explanations.decision(id).orElseThrow();
        screened(contact(
                "X-4",
                "EXPLAINED",
                3,
                "",
                "{\"factor\": \"threat-to-life\", \"answer\": \"yes\", \"on\": \"2026-03-01\"}"));

        String decision =
                records.decision(id, Visitor.everywhere("screener", null)).orElseThrow();
        assertThat(explanations.decision(id)).hasValue(explained);
        assertThat(explained)
                .startsWith(decision.substring(0, decision.length() - 1) + ",\"explanation\":")
                .contains("\"withoutAny\":[[\"going-missing\"]]")
                .doesNotContain("threat-to-life\",\"answer\"");
        assertThat(explanations.decision("none")).isEmpty();
    }

    @Test
    void aTryIsExplainedOnDemand() throws Exception {
        byte[] contact = contact("Y-1", "TRIED-EXPLAINED", 3, "", GOES_MISSING.formatted("2026-03-02"));

        JsonNode tried = Json.read(screening.dryRun(contact, "screener", true).decision());

        assertThat(tried.path("explanation").path("mostFactors").asInt()).isEqualTo(3);
        assertThat(Json.read(screening.dryRun(contact, "screener").decision()).has("explanation"))
                .isFalse();
    }

    @Test
    void whatOtherRulesDecidedIsExplainedByThoseAndNotByTheOnesInForce() throws Exception {
        JsonNode decision = screened(contact("Z-1", "OTHER-RULES", 1, "", GOES_MISSING.formatted("2026-02-20")));
        String id = decision.path("decisionId").asString();
        RuleSetInForce later = new RuleSetInForce();
        later.activate(SmallRules.of(SmallRules.GOOD).ruleSet(), CLOCK.instant());
        RuleFiles kept = RuleFiles.in(ActiveRules.FOLDER);

        try (PastVersions past = new PastVersions(
                hash -> Optional.of(kept).filter(one -> one.hash().equals(hash)), 1)) {
            assertThat(new Explanations(later, past, trail).decision(id)).isEqualTo(explanations.decision(id));
        }
    }

    @Test
    void whereTheRulesThatDecidedAreNotKeptNothingIsExplained() throws Exception {
        JsonNode decision = screened(contact("Z-2", "OTHER-RULES", 2, "", GOES_MISSING.formatted("2026-02-20")));
        RuleSetInForce later = new RuleSetInForce();
        later.activate(SmallRules.of(SmallRules.GOOD).ruleSet(), CLOCK.instant());

        assertThatThrownBy(() -> new Explanations(later, new PastVersions(hash -> Optional.empty(), 1), trail)
                        .decision(decision.path("decisionId").asString()))
                .isInstanceOf(CannotReplay.class)
                .hasMessageContaining("`2026.1`")
                .hasMessageContaining("not kept");
    }
}
