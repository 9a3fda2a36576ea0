package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Fault;
import org.waymark.casework.JudgementRefusal.Why;
import tools.jackson.databind.JsonNode;

/** What people do with a decision, on the embedded store and the repository's own rules. */
class JudgementsTest {

    private static final String MISSING_THREE_TIMES = "{\"factor\": \"going-missing\", \"answer\": \"yes\","
            + " \"dates\": [\"2026-02-20\", \"2026-02-25\", \"2026-02-28\"]}";
    private static final String THREAT =
            "{\"factor\": \"threat-to-life\", \"answer\": \"yes\", \"on\": \"2026-03-01\"}";
    private static final String AGREED =
            "{'rationale': 'I have spoken to the school and to the police.', 'evidenceSeen': ['SG-12']}";
    private static final String LESS = "{'pathways': ['early-help'], 'urgency': 'ten-working-days',"
            + " 'reasonCode': 'risk-managed-elsewhere', 'reason': 'She is home, seen daily by her allocated worker.'}";

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

    private static JudgementRefusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(JudgementRefusal.class, call);
    }

    @Test
    void until_somebody_has_done_something_a_decision_is_what_was_recorded_and_then_it_grows_behind_that()
            throws Exception {
        JsonNode decision = hub.contact("GROWS", 1, MISSING_THREE_TIMES);
        String before = hub.shown(decision);
        assertThat(before).isEqualTo(decision.toString());

        hub.judgements.confirm(Hub.id(decision), Hub.json(AGREED), "screener");

        String after = hub.shown(decision);
        assertThat(after)
                .startsWith(before.substring(0, before.length() - 1)
                                .replace("\"status\":\"proposed\"", "\"status\":\"confirmed\"")
                        + ",\"result\":");
        JsonNode people = hub.decision(decision).path("people");
        assertThat(people.at("/acts/0/actor").asString()).isEqualTo("screener");
        assertThat(people.at("/acts/0/rationale").asString()).startsWith("I have spoken");
        assertThat(hub.decision(decision).at("/result/by").asString()).isEqualTo("screener");
        assertThat(hub.trail("GROWS").get(1).path("kind").asString()).isEqualTo("confirmed");
        assertThat(hub.trail("GROWS").get(1).path("decisionId")).isEqualTo(decision.path("decisionId"));
        assertThat(hub.trail("GROWS").get(0).path("decision")).isEqualTo(decision);
    }

    @Test
    void a_repeat_of_the_assessment_still_gives_the_decision_that_was_recorded() throws Exception {
        JsonNode decision = hub.contact("REPEATED", 1, MISSING_THREE_TIMES);
        hub.judgements.confirm(Hub.id(decision), Hub.json(AGREED), "screener");

        assertThat(hub.contact("REPEATED", 1, MISSING_THREE_TIMES)).isEqualTo(decision);
    }

    @Test
    void what_is_lower_waits_and_the_higher_result_and_its_clock_stand() throws Exception {
        JsonNode decision = hub.contact("WAITS", 1, MISSING_THREE_TIMES);

        hub.judgements.override(Hub.id(decision), Hub.json(LESS), "manager");

        JsonNode now = hub.decision(decision);
        assertThat(now.path("status").asString()).isEqualTo("awaiting-countersignature");
        assertThat(now.at("/result/primary")).isEqualTo(decision.at("/outcome/primary"));
        assertThat(now.at("/result/respondBy")).isEqualTo(decision.at("/outcome/respondBy"));
        assertThat(now.at("/result/pathways").findValuesAsString("pathway")).contains("safeguarding", "early-help");
        assertThat(now.at("/people/acts/0/downward").toString()).contains("`safeguarding` is lost");
        assertThat(refused(() -> hub.judgements.countersign(
                                Hub.id(decision), Hub.json("{'agree': true, 'reason': 'Mine.'}"), "manager"))
                        .why())
                .isEqualTo(Why.NOT_YOU);

        hub.judgements.countersign(Hub.id(decision), Hub.json("{'agree': true, 'reason': 'Seen.'}"), "another-manager");

        JsonNode agreed = hub.decision(decision);
        assertThat(agreed.path("status").asString()).isEqualTo("overridden");
        assertThat(agreed.at("/result/primary").asString()).isEqualTo("early-help");
        // Ten working days after Sunday 1 March 2026.
        assertThat(agreed.at("/result/respondBy").asString()).isEqualTo("2026-03-13T23:59:59Z");
        assertThat(agreed.at("/result/countersignedBy").asString()).isEqualTo("another-manager");
        assertThat(agreed.path("outcome")).isEqualTo(decision.path("outcome"));
    }

    @Test
    void of_two_managers_who_countersign_at_once_one_is_told_that_it_is_done() throws Exception {
        for (int round = 0; round < 5; round++) {
            String reference = "AT-ONCE-" + round;
            JsonNode decision = hub.contact(reference, 1, MISSING_THREE_TIMES);
            hub.judgements.override(Hub.id(decision), Hub.json(LESS), "screener");
            ExecutorService managers = Executors.newFixedThreadPool(4);
            List<Callable<String>> signatures = new ArrayList<>();
            for (int manager = 0; manager < 4; manager++) {
                String name = "manager-" + manager;
                String document = "{'agree': %s, 'reason': 'Looked at it.'}".formatted(manager % 2 == 0);
                signatures.add(() -> hub.judgements.countersign(Hub.id(decision), Hub.json(document), name));
            }
            int signed = 0;
            for (Future<String> signature : managers.invokeAll(signatures)) {
                try {
                    signature.get();
                    signed++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfSatisfying(
                                    JudgementRefusal.class,
                                    refusal -> assertThat(refusal.why()).isEqualTo(Why.NOT_NOW));
                }
            }
            managers.shutdown();
            assertThat(signed).isEqualTo(1);
            assertThat(hub.trail(reference).findValuesAsString("kind"))
                    .containsExactly("screened", "overridden", "countersigned");
        }
    }

    @Test
    void what_no_decision_may_be_no_person_may_make_of_it_and_all_of_it_is_told_at_once() throws Exception {
        JsonNode decision = hub.contact(
                "PROMISES", 2, "\"ageYears\": 9", THREAT + ", {\"factor\": \"cce-concern\", \"answer\": \"yes\"}");

        JudgementRefusal refusal = refused(() -> hub.judgements.override(
                Hub.id(decision),
                Hub.json(
                        "{'pathways': ['enforcement'], 'urgency': 'planned', 'reasonCode': 'Other', 'reason': 'short'}"),
                "screener"));

        assertThat(refusal.why()).isEqualTo(Why.FAULTY);
        assertThat(refusal.faults()).extracting(Fault::pointer).contains("/reasonCode", "/reason", "/pathways");
        assertThat(refusal.faults().toString()).contains("EN-01", "EN-02", "GD-11");
        assertThat(refused(() -> hub.judgements.override(
                                Hub.id(decision),
                                Hub.json("{'pathways': [], 'urgency': null, 'reasonCode': 'other',"
                                        + " 'reason': 'Nothing is the matter with this child.'}"),
                                "screener"))
                        .faults()
                        .toString())
                .contains("GD-10", "`threat-to-life`");
        assertThat(hub.trail("PROMISES")).hasSize(1);
    }

    @Test
    void an_outcome_counts_at_the_next_contact_and_its_entry_is_named_there() throws Exception {
        JsonNode first = hub.contact("OUTCOME", 1, MISSING_THREE_TIMES);
        hub.at("2026-03-03T09:00:00Z");
        JsonNode noted = org.waymark.assessment.Json.read(hub.judgements.note(
                Hub.id(first),
                Hub.json("{'what': 'child-protection-conference', 'on': '2026-03-02', 'result': 'Plan made',"
                        + " 'by': 'social-care'}"),
                "screener"));
        assertThat(noted.at("/people/acts/0/readByRules").asBoolean()).isTrue();
        assertThat(noted.path("status").asString()).isEqualTo("proposed");

        JsonNode second = hub.contact("OUTCOME", 4, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");
        JsonNode before = hub.contact("OUTCOME", 2, "{\"factor\": \"debt-bondage\", \"answer\": \"no\"}");

        assertThat(second.at("/outcome/reasons").toString())
                .contains("\"factor\":\"child-protection-plan\"", "\"assessmentId\":\"OUTCOME-1 outcome 2\"");
        assertThat(hub.trail("OUTCOME").get(2).path("history")).hasSize(2);
        assertThat(before.at("/outcome/reasons").findValuesAsString("factor")).contains("child-protection-plan");
        assertThat(hub.outcomeAgain(second)).isEqualTo(second.path("outcome").toString());
    }

    @Test
    void an_outcome_that_nobody_reads_is_kept_and_says_so_and_none_is_kept_twice() throws Exception {
        JsonNode decision = hub.contact("UNREAD", 1, MISSING_THREE_TIMES);
        byte[] outcome =
                Hub.json("{'what': 'football-club', 'on': '2026-03-01', 'result': 'joined', 'by': 'her uncle'}");

        hub.judgements.note(Hub.id(decision), outcome, "screener");

        assertThat(hub.decision(decision).at("/people/acts/0/readByRules").asBoolean())
                .isFalse();
        assertThat(refused(() -> hub.judgements.note(Hub.id(decision), outcome, "manager"))
                        .why())
                .isEqualTo(Why.NOT_NOW);
        JsonNode next = hub.contact("UNREAD", 2, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");
        assertThat(hub.trail("UNREAD").get(2).path("history")).hasSize(1);
        assertThat(hub.outcomeAgain(next)).isEqualTo(next.path("outcome").toString());
    }

    @Test
    void only_a_correction_ends_a_yes_to_immediate_harm_and_what_was_decided_before_it_replays_as_it_was()
            throws Exception {
        JsonNode first = hub.contact("CORRECTED", 1, THREAT + "," + MISSING_THREE_TIMES);
        JsonNode denied = hub.contact(
                "CORRECTED", 2, "{\"factor\": \"threat-to-life\", \"answer\": \"no\"," + " \"basis\": \"confirmed\"}");
        assertThat(denied.at("/outcome/reasons").findValuesAsString("factor")).contains("threat-to-life");

        hub.judgements.correct(
                Hub.id(first),
                Hub.json("{'observations': [{'factor': 'threat-to-life', 'answer': 'no', 'note': 'another child'}],"
                        + " 'reason': 'The notice named his cousin.'}"),
                "manager");
        JsonNode after = hub.contact("CORRECTED", 3, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");

        assertThat(after.at("/outcome/reasons").findValuesAsString("factor"))
                .contains("going-missing")
                .doesNotContain("threat-to-life");
        assertThat(hub.decision(first).at("/people/corrected").asBoolean()).isTrue();
        assertThat(hub.decision(first).path("outcome")).isEqualTo(first.path("outcome"));
        assertThat(hub.trail("CORRECTED").get(0).path("assessment").toString()).contains("threat-to-life");
        assertThat(hub.trail("CORRECTED").get(3).path("history")).hasSize(3);
        for (JsonNode decision : List.of(first, denied, after)) {
            assertThat(hub.outcomeAgain(decision))
                    .isEqualTo(decision.path("outcome").toString());
        }
    }

    @Test
    void a_correction_of_what_was_never_said_is_told_with_every_other_fault() throws Exception {
        JsonNode decision = hub.contact("NEVER-SAID", 1, MISSING_THREE_TIMES);

        JudgementRefusal refusal = refused(() -> hub.judgements.correct(
                Hub.id(decision),
                Hub.json("{'observations': [{'factor': 'going-missing', 'answer': 'no'},"
                        + " {'factor': 'suspension', 'answer': 'no'}, {'factor': 'going-mising', 'answer': 'no'}]}"),
                "manager"));

        assertThat(refusal.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/reason", "/observations/2/factor");
        assertThat(refused(() -> hub.judgements.correct(
                                Hub.id(decision),
                                Hub.json("{'observations': [{'factor': 'suspension', 'answer': 'no'}], 'reason': 'x'}"),
                                "manager"))
                        .faults()
                        .get(0)
                        .message())
                .contains("said nothing of `suspension`");
        assertThat(refused(() -> hub.judgements.correct(
                                Hub.id(decision), Hub.json("{'withdrawn': false, 'reason': 'x'}"), "manager"))
                        .faults()
                        .get(0)
                        .pointer())
                .isEqualTo("/withdrawn");
    }

    @Test
    void a_contact_about_the_wrong_child_counts_no_more_nor_what_only_it_led_to() throws Exception {
        hub.contact("OTHER-CHILD", 1, THREAT);
        JsonNode wrong = hub.contact(
                "WRONGED",
                2,
                "\"ageYears\": 14, \"previousReferences\": [{\"area\": \"sefton\", \"reference\": \"OTHER-CHILD\"}]",
                MISSING_THREE_TIMES);
        JsonNode misled = hub.contact("WRONGED", 3, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");
        assertThat(misled.at("/outcome/reasons").findValuesAsString("factor"))
                .contains("threat-to-life", "going-missing");
        hub.judgements.note(
                Hub.id(wrong),
                Hub.json("{'what': 'child-in-need-plan', 'on': '2026-03-03', 'result': 'made', 'by': 'police'}"),
                "screener");

        hub.judgements.correct(
                Hub.id(wrong), Hub.json("{'withdrawn': true, 'reason': 'Two boys of one name.'}"), "manager");
        JsonNode after = hub.contact("WRONGED", 4, "{\"factor\": \"suspension\", \"answer\": \"yes\"}");

        assertThat(after.at("/outcome/reasons").findValuesAsString("factor"))
                .doesNotContain("threat-to-life", "going-missing", "child-in-need");
        assertThat(hub.decision(wrong).at("/people/withdrawn").asBoolean()).isTrue();
        assertThat(refused(() -> hub.judgements.confirm(Hub.id(wrong), Hub.json(AGREED), "screener"))
                        .getMessage())
                .contains("withdrawn", "new assessment");
        assertThat(hub.outcomeAgain(misled)).isEqualTo(misled.path("outcome").toString());
        assertThat(hub.outcomeAgain(after)).isEqualTo(after.path("outcome").toString());
        JsonNode history = hub.trail("WRONGED").get(4).path("history");
        assertThat(history).hasSize(2);
    }

    @Test
    void a_yes_that_was_put_right_no_longer_stands_in_the_way_of_universal() throws Exception {
        JsonNode decision = hub.contact("PUT-RIGHT", 1, THREAT);
        String universal = "{'pathways': [], 'reasonCode': 'information-wrong',"
                + " 'reason': 'The notice was about somebody else altogether.'}";
        assertThat(refused(() -> hub.judgements.override(Hub.id(decision), Hub.json(universal), "screener"))
                        .why())
                .isEqualTo(Why.FAULTY);
        hub.judgements.correct(
                Hub.id(decision),
                Hub.json("{'observations': [{'factor': 'threat-to-life', 'answer': 'no'}], 'reason': 'Wrong boy.'}"),
                "manager");

        hub.judgements.override(Hub.id(decision), Hub.json(universal), "screener");

        assertThat(hub.decision(decision).path("status").asString()).isEqualTo("awaiting-countersignature");
    }

    @Test
    void a_decision_that_is_not_there_is_said_to_be_so() {
        assertThatExceptionOfType(JudgementRefusal.class)
                .isThrownBy(() -> hub.judgements.review("none", Hub.json("{'finding': 'All in order.'}"), "auditor"))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Why.UNKNOWN));
    }
}
