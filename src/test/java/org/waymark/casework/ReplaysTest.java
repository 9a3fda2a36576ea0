package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Json;
import org.waymark.casework.CannotReplay.Why;
import org.waymark.casework.replay.Replayed;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetVersions;
import org.waymark.ruleset.SmallRules;
import org.waymark.trail.Entry;
import org.waymark.trail.Trail;
import tools.jackson.databind.JsonNode;

/** Recorded decisions made again, on rules of this test's own. */
class ReplaysTest {

    private static final String SUSPENDED = "{'factor': 'suspension', 'answer': 'yes', 'on': '2026-03-%02d'}";
    private static final String GONE = "{'factor': 'going-missing', 'answer': 'yes', 'dates': ['2026-03-%02d']}";

    /** Three times missing is all that these rules see. */
    private static final SmallRules THEN =
            SmallRules.of(SmallRules.GOOD).with("manifest.yaml", SmallRules.manifest("then.1"));

    /** The same, and that a school suspends. */
    private static final SmallRules NOW = SmallRules.of(
                    SmallRules.GOOD,
                    SmallRules.line(
                            "EH-01",
                            "Happened( factor == \"suspension\" )\nnot Recommended( pathway == SAFEGUARDING )",
                            ".to(EARLY_HELP, TEN_WORKING_DAYS)"))
            .with("manifest.yaml", SmallRules.manifest("now.1"));

    private static final RuleSetVersions KEPT =
            hash -> Optional.of(THEN.files()).filter(files -> files.hash().equals(hash));

    private static final String WITHDRAWN = "{'withdrawn': true, 'reason': 'Another girl of that name.'}";

    @TempDir
    private Path folder;

    private Hub hub;

    @BeforeEach
    void open() {
        hub = Hub.in(folder);
        hub.activate(THEN.ruleSet());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private JsonNode contact(int day, String observation) throws Exception {
        return hub.contact("REF", day, observation.formatted(day).replace('\'', '"'));
    }

    private void correct(JsonNode decision, int day, String document) throws Exception {
        hub.at("2026-03-%02dT12:00:00Z".formatted(day))
                .judgements
                .correct(Hub.id(decision), Hub.json(document), "manager");
    }

    private Replayed again(JsonNode decision) {
        return again(decision, hub.trail(), KEPT);
    }

    private Replayed again(JsonNode decision, Trail trail, RuleSetVersions kept) {
        return hub.replays(trail, kept).again(Hub.id(decision)).orElseThrow();
    }

    private JsonNode way(JsonNode decision, int number) throws Exception {
        return Json.read(hub.replays(hub.trail(), KEPT)
                        .fourWays(Hub.id(decision))
                        .orElseThrow())
                .path("ways")
                .get(number);
    }

    private static String said(JsonNode way) {
        return way.path("rules").asString() + "/" + way.path("facts").asString() + " "
                + way.path("result").asString() + " " + way.path("primary").asString("");
    }

    /** Reads one entry otherwise than it is recorded. */
    private Trail altered(JsonNode decision, UnaryOperator<Entry> how) {
        String id = hub.trail().byDecision(Hub.id(decision)).orElseThrow().id();
        return new AlteredTrail(hub.trail(), entry -> entry.id().equals(id) ? how.apply(entry) : entry);
    }

    private static Entry with(Entry entry, Map<String, String> content, boolean erased) {
        return new Entry(
                entry.person(),
                entry.format(),
                entry.sequence(),
                entry.kind(),
                entry.submission(),
                entry.decisionId(),
                entry.actor(),
                entry.recordedAt(),
                content,
                erased);
    }

    @Test
    void whateverCameLaterADecisionComesOutAsItIsRecorded() throws Exception {
        JsonNode first = contact(1, GONE);
        JsonNode second = contact(3, GONE);
        JsonNode third = contact(4, GONE);
        assertThat(third.at("/outcome/primary").asString()).isEqualTo("safeguarding");
        correct(
                second,
                5,
                "{'observations': [{'factor': 'going-missing', 'answer': 'no'}], 'reason': 'She was home.'}");
        JsonNode after = contact(6, GONE);
        correct(first, 7, WITHDRAWN);
        hub.activate(NOW.ruleSet());
        contact(8, SUSPENDED);

        for (JsonNode decision : List.of(first, second, third, after)) {
            assertThat(again(decision)).isEqualTo(new Replayed.Same());
        }
        assertThat(hub.replays(hub.trail(), KEPT).again("none")).isEmpty();
    }

    @Test
    void anOutcomeThatIsNotTheRecordedOneIsToldByItsPlaceAndBothValues() throws Exception {
        JsonNode decision = contact(1, GONE);
        Trail trail = altered(decision, entry -> {
            Map<String, String> content = new LinkedHashMap<>(entry.content());
            content.computeIfPresent(
                    EntryContent.DECISION,
                    (name, text) -> text.replace("\"primary\":\"universal\"", "\"primary\":\"mace\""));
            return with(entry, content, false);
        });

        assertThat(again(decision, trail, KEPT))
                .isInstanceOfSatisfying(
                        Replayed.Different.class,
                        different -> assertThat(Json.write(different.where().shown()))
                                .isEqualTo(
                                        "[{\"pointer\":\"/outcome/primary\",\"was\":\"mace\",\"is\":\"universal\"}]"));
    }

    @Test
    void whatWasErasedOrIsLostIsSaidPlainly() throws Exception {
        JsonNode earlier = contact(1, GONE);
        JsonNode decision = contact(2, GONE);
        contact(3, GONE);

        assertImpossible(again(decision, altered(decision, one -> with(one, Map.of(), true)), KEPT), Why.ERASED);
        assertImpossible(again(decision, altered(earlier, one -> with(one, Map.of(), true)), KEPT), Why.ERASED);
        assertThat(again(earlier, altered(decision, one -> with(one, Map.of(), true)), KEPT))
                .as("what it does not rest on")
                .isEqualTo(new Replayed.Same());
        Trail cut = altered(decision, entry -> {
            Map<String, String> content = new LinkedHashMap<>(entry.content());
            content.computeIfPresent(EntryContent.HISTORY, (name, ids) -> ids.replace(":0000000001", ":0000000009"));
            return with(entry, content, false);
        });
        assertImpossible(again(decision, cut, KEPT), Why.LOST);
    }

    @Test
    void rulesThatAreNotKeptOrCannotBeReadAreSaidPlainly() throws Exception {
        JsonNode decision = contact(1, GONE);
        hub.activate(NOW.ruleSet());

        assertImpossible(again(decision, hub.trail(), hash -> Optional.empty()), Why.RULES_NOT_KEPT);
        RuleSetVersions broken = hash -> Optional.of(RuleFiles.of(Map.of("manifest.yaml", new byte[0])));
        assertImpossible(again(decision, hub.trail(), broken), Why.RULES_NOT_READ);
    }

    private static void assertImpossible(Replayed replayed, Why why) {
        assertThat(replayed).isInstanceOfSatisfying(Replayed.Impossible.class, impossible -> {
            assertThat(impossible.code()).isEqualTo(why);
            assertThat(impossible.why()).isNotBlank();
        });
    }

    @Test
    void theFourWaysSetRulesAndFactsOfThenAndOfNowSideBySide() throws Exception {
        JsonNode decision = contact(10, SUSPENDED);
        contact(1, GONE);
        contact(2, GONE);
        contact(9, GONE);
        hub.activate(NOW.ruleSet());

        assertThat(said(way(decision, 0))).isEqualTo("then/then same universal");
        assertThat(said(way(decision, 1))).isEqualTo("then/now different safeguarding");
        assertThat(said(way(decision, 2))).isEqualTo("now/then different early-help");
        assertThat(said(way(decision, 3))).isEqualTo("now/now different safeguarding");
        assertThat(way(decision, 1).path("history").asInt()).isEqualTo(3);
        assertThat(way(decision, 1).path("urgency").asString()).isEqualTo("same-day");
        assertThat(way(decision, 2).path("history").asInt()).isZero();
        assertThat(way(decision, 2).path("urgency").asString()).isEqualTo("ten-working-days");
        assertThat(way(decision, 3).path("pathways").findValuesAsString("pathway"))
                .containsExactly("safeguarding", "mace");
        assertThat(way(decision, 0).at("/ruleSet/name").asString()).isEqualTo("then.1");
        assertThat(way(decision, 3).at("/ruleSet/name").asString()).isEqualTo("now.1");
        assertThat(way(decision, 2).path("differences").findValuesAsString("pointer"))
                .contains("/outcome/primary", "/outcome/urgency");
    }

    @Test
    void theFactsOfNowAreAsTheyWerePutRightAndWithoutWhatWasWithdrawn() throws Exception {
        JsonNode first = contact(1, GONE);
        contact(2, GONE);
        JsonNode third = contact(3, GONE);
        JsonNode fourth = contact(4, SUSPENDED);
        assertThat(said(way(third, 1))).isEqualTo("then/now same safeguarding");

        correct(first, 5, WITHDRAWN);
        assertThat(said(way(third, 0))).isEqualTo("then/then same safeguarding");
        assertThat(said(way(third, 1))).isEqualTo("then/now different universal");
        assertThat(way(first, 1).path("result").asString()).isEqualTo("impossible");
        assertThat(way(first, 1).path("why").asString()).isEqualTo("withdrawn");

        hub.activate(NOW.ruleSet());
        assertThat(said(way(fourth, 3))).isEqualTo("now/now different early-help");
        correct(fourth, 6, "{'observations': [{'factor': 'suspension', 'answer': 'no'}], 'reason': 'A misread.'}");
        assertThat(way(fourth, 3).path("urgency").isNull())
                .as("the contact itself as it was put right")
                .isTrue();
    }

    @Test
    void ofADecisionWhoseOwnEntryWasErasedNoWayIsShown() throws Exception {
        JsonNode decision = contact(1, GONE);
        Trail erased = altered(decision, one -> with(one, Map.of(), true));

        assertThatThrownBy(() -> hub.replays(erased, KEPT).fourWays(Hub.id(decision)))
                .isInstanceOf(CannotReplay.class)
                .hasMessageContaining("erased");
        assertThat(hub.replays(erased, KEPT).fourWays("none")).isEmpty();
    }
}
