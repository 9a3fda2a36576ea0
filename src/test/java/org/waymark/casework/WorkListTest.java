package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.worklist.DecisionLine;
import org.waymark.casework.worklist.DecisionQuery;
import org.waymark.casework.worklist.Lists;
import org.waymark.casework.worklist.WorkLine;
import org.waymark.casework.worklist.WorkListQuery;
import org.waymark.casework.worklist.WorkStatus;
import org.waymark.trail.Person;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;
import tools.jackson.databind.JsonNode;

/** What is in the lists of decisions, when, and for whom. */
class WorkListTest {

    private static final String MISSING =
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-20\", \"2026-02-25\"]}";
    private static final String LESS = "{'pathways': ['early-help'], 'urgency': 'ten-working-days',"
            + " 'reasonCode': 'risk-managed-elsewhere', 'reason': 'She is home, seen daily by her allocated worker.'}";
    private static final String AGREED =
            "{'rationale': 'I have spoken to the school and to the police.', 'evidenceSeen': []}";
    private static final String SIGNED = "{'agree': true, 'reason': 'Seen.'}";
    private static final String OUTCOME =
            "{'what': 'football-club', 'on': '2026-03-01', 'result': 'joined', 'by': 'her uncle'}";
    private static final String WHY = "'reasonCode': 'misfiled', 'reason': 'Filed under the wrong number by mistake.'";
    private static final Areas SEFTON = Areas.of(List.of("sefton"));
    private static final LogKey KEY = LogKey.generate("listed", new SecureRandom());

    @TempDir
    private static Path folder;

    private static Hub hub;
    private static Logs logs;
    private static Lists lists;

    @BeforeAll
    static void open() {
        hub = Hub.in(folder);
        logs = new Logs(hub.database(), folder.resolve("checkpoints"), KEY, KEY);
        lists = node();
        hub.forgetful.add(erased -> lists.forgets().forget(erased));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private static Lists node() {
        return new Lists(
                hub.database(),
                hub.trail(),
                hub.pseudonyms(),
                logs.log(),
                hub.listedDecisions(),
                hub.clock(),
                () -> {});
    }

    private static void follow() {
        logs.sealing().checkpointNow();
        while (lists.page()) {
            assertThat(lists.places()).hasSize(2);
        }
    }

    private static List<WorkLine> waiting(Areas areas, String reference, WorkStatus status) {
        return lists.all("screener", areas, new WorkListQuery(null, status, null, reference, null, 50));
    }

    private static WorkLine one(String reference) {
        List<WorkLine> lines = waiting(SEFTON, reference, null);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void aDecisionWaitsForWhatComesNextUntilNothingDoes() throws Exception {
        JsonNode decision = hub.contact("GOES-ON", 1, MISSING);
        follow();
        WorkLine proposed = one("GOES-ON");
        assertThat(proposed.waitsFor()).isEqualTo(WorkStatus.PROPOSED);
        assertThat(proposed.decision().decisionId()).isEqualTo(Hub.id(decision));
        assertThat(proposed.decision().submittedBy()).isEqualTo("screener");
        assertThat(proposed.decision().primary())
                .isEqualTo(decision.at("/outcome/primary").asString());
        assertThat(proposed.due())
                .isEqualTo(Instant.parse(decision.at("/outcome/respondBy").asString()));
        assertThat(proposed.overdue()).isFalse();

        hub.judgements.override(Hub.id(decision), Hub.json(LESS), "manager");
        follow();
        assertThat(one("GOES-ON").waitsFor()).isEqualTo(WorkStatus.AWAITING_COUNTERSIGNATURE);

        hub.judgements.countersign(Hub.id(decision), Hub.json(SIGNED), "another-manager");
        follow();
        WorkLine open = one("GOES-ON");
        assertThat(open.waitsFor()).isEqualTo(WorkStatus.OUTCOME_OPEN);
        assertThat(open.decision().primary()).isEqualTo("early-help");
        assertThat(open.decision().actors()).containsExactly("screener", "manager", "another-manager");

        hub.judgements.note(Hub.id(decision), Hub.json(OUTCOME), "screener");
        follow();
        assertThat(waiting(SEFTON, "GOES-ON", null)).isEmpty();
        assertThat(found("GOES-ON")).hasSize(1);
    }

    private static List<DecisionLine> found(String reference) {
        return lists.all(
                "auditor",
                Areas.ALL,
                new DecisionQuery(null, reference, null, null, null, null, null, null, null, null, 50));
    }

    @Test
    void whatIsOverdueIsToldByTheClockAndAskedForByItself() throws Exception {
        JsonNode decision = hub.contact("LATE", 1, MISSING);
        follow();
        Instant due = Instant.parse(decision.at("/outcome/respondBy").asString());

        hub.at(due.toString());
        assertThat(overdue("LATE", true)).isEmpty();
        assertThat(overdue("LATE", false)).hasSize(1);
        hub.at(due.plusMillis(1).toString());
        assertThat(overdue("LATE", true)).hasSize(1).allMatch(WorkLine::overdue);
        assertThat(overdue("LATE", false)).isEmpty();
    }

    private static List<WorkLine> overdue(String reference, boolean overdue) {
        return lists.all("screener", SEFTON, new WorkListQuery(null, null, overdue, reference, null, 50));
    }

    @Test
    void whatCallsForMaceIsListedForReviewAndGoesWithWhatSaidSo() throws Exception {
        JsonNode decision = hub.contact(
                "MACE",
                1,
                "{\"factor\": \"mace-open\", \"answer\": \"yes\"}, {\"factor\": \"first-exploitation-concern\","
                        + " \"answer\": \"yes\", \"dates\": [\"2026-01-05\"]}");
        follow();
        List<WorkLine> due = waiting(SEFTON, "MACE", WorkStatus.REVIEW_DUE);
        assertThat(due).hasSize(1);
        assertThat(due.get(0).due()).isEqualTo("2026-03-30T23:00:00Z");
        assertThat(due.get(0).decision().decisionId()).isEqualTo(Hub.id(decision));

        hub.erasures.contact(Hub.id(decision), Hub.json("{" + WHY + "}"), "manager");
        assertThat(waiting(SEFTON, "MACE", WorkStatus.REVIEW_DUE)).as("at once").isEmpty();
    }

    @Test
    void whatIsErasedIsGoneAtOnceAndNoTextOfTheReferenceWasEverKept() throws Exception {
        JsonNode decision = hub.contact("NAMED-NOWHERE", 1, MISSING);
        follow();
        for (String collection : List.of("list-lines", "list-places")) {
            hub.database()
                    .getCollection(collection)
                    .find()
                    .forEach(document ->
                            assertThat(document.toJson()).doesNotContain("NAMED-NOWHERE", "sefton", "safeguarding"));
        }
        hub.erasures.person(
                new PersonKey("sefton", "NAMED-NOWHERE"),
                Hub.json("{" + WHY + ", 'confirm': 'NAMED-NOWHERE'}"),
                "manager");
        assertThat(found("NAMED-NOWHERE")).isEmpty();
        for (String collection : List.of("list-lines", "list-places")) {
            hub.database()
                    .getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain(Hub.id(decision)));
        }
    }

    @Test
    void nobodySeesWhatIsOfAnotherArea() throws Exception {
        hub.contact("OURS", 1, MISSING);
        follow();
        Areas knowsley = Areas.of(List.of("knowsley"));
        assertThat(waiting(knowsley, "OURS", null)).isEmpty();
        assertThat(lists.all("screener", knowsley, new WorkListQuery("sefton", null, null, null, null, 50)))
                .isEmpty();
        assertThat(lists.all("auditor", knowsley, DecisionQuery.everything())).isEmpty();
        assertThat(waiting(Areas.ALL, "OURS", null)).hasSize(1);
    }

    @Test
    void thatSomebodyLookedIsRecordedOnceInASitting() throws Exception {
        hub.at("2026-03-20T10:00:00Z");
        Caller caller = new Caller("looker", Set.of(), SEFTON);
        lists.workList.page(caller, WorkListQuery.everything());
        hub.at("2026-03-20T10:14:00Z");
        lists.workList.page(caller, WorkListQuery.everything());
        Person shown = hub.pseudonyms().listsShown("looker", java.time.LocalDate.parse("2026-03-20"));
        assertThat(hub.trail().of(shown))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.content()).containsValue("{\"what\":\"work-list\",\"areas\":[\"sefton\"]}"));
        hub.at("2026-03-20T10:16:00Z");
        lists.workList.page(caller, WorkListQuery.everything());
        assertThat(hub.trail().of(shown)).hasSize(2);
    }

    @Test
    void aCursorThatNobodyGaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkListQuery(null, null, null, null, "{\"$gt\": 1}", 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkListQuery(null, null, null, null, null, 51));
    }
}
