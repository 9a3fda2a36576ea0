package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.access.Areas;
import org.waymark.casework.worklist.DecisionLine;
import org.waymark.casework.worklist.DecisionQuery;
import org.waymark.casework.worklist.Fold;
import org.waymark.casework.worklist.Listed;
import org.waymark.casework.worklist.Lists;
import org.waymark.casework.worklist.WorkLine;
import org.waymark.casework.worklist.WorkListQuery;
import org.waymark.casework.worklist.WorkStatus;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.sealing.Logs;

/** The lists are what the trail says, whatever happened to them on the way. */
class WorkListWalkTest {

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
    private static final LogKey KEY = LogKey.generate("listed", new SecureRandom());

    @TempDir
    private static Path folder;

    private static Hub hub;
    private static Logs logs;
    private static Lists lists;

    /** Ends what is under way, while a test wants that. */
    private static Runnable atAnyStep = () -> {};

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

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
                () -> atAnyStep.run());
    }

    private static void follow() {
        logs.sealing().checkpointNow();
        while (lists.page()) {
            assertThat(lists.places()).hasSize(2);
        }
    }

    private static List<WorkLine> waiting(WorkStatus status) {
        return lists.all("screener", Areas.ALL, new WorkListQuery(null, status, null, null, null, 50));
    }

    /** Acts of all kinds, cut off at any step, heard of, left to the log, or done again by another node. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theListsAreWhatAWholeWalkOfTheTrailGives(long seed) throws Exception {
        Random chance = new Random(seed);
        Acts acts = new Acts(chance, "WALK-" + seed + "-");
        for (int i = 0; i < 40; i++) {
            atAnyStep = () -> {
                if (chance.nextInt(6) == 0) {
                    throw new Killed();
                }
            };
            cutOff(acts::one);
            if (chance.nextInt(4) == 0) {
                logs.sealing().checkpointNow();
            }
            cutOff(() -> {
                switch (chance.nextInt(3)) {
                    case 0 -> lists = node();
                    case 1 -> lists.page();
                    default -> acts.heard();
                }
            });
        }
        atAnyStep = () -> {};
        hub.at("2026-03-28T10:00:00Z");
        acts.resume();
        lists = node();
        follow();
        assertListsAreTheTrail();
        if (seed == 1) {
            lists.restart();
            assertThat(lists.kept()).isEmpty();
            follow();
            assertListsAreTheTrail();
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void cutOff(Step step) throws Exception {
        try {
            step.run();
        } catch (Killed asWanted) {
            // What was under way is left as it is, and whoever comes next has forgotten what it knew.
            lists = node();
        }
    }

    private static void assertListsAreTheTrail() {
        Set<Listed> walked = walked();
        assertThat(lists.kept())
                .usingElementComparatorIgnoringFields("sequence")
                .containsExactlyInAnyOrderElementsOf(walked);
        List<Set<String>> places = lists.places();
        assertThat(places.get(0)).isEqualTo(places.get(1));

        List<WorkLine> shown = lists.all("screener", Areas.ALL, new WorkListQuery(null, null, null, null, null, 3));
        assertThat(shown.stream().map(line -> line.decision().decisionId()))
                .containsExactlyInAnyOrderElementsOf(walked.stream()
                        .filter(one -> one.waitsFor() != null && one.waitsFor() != WorkStatus.REVIEW_DUE)
                        .map(Listed::id)
                        .toList());
        assertThat(shown)
                .isSortedAccordingTo(
                        Comparator.comparing((WorkLine line) -> line.decision().urgency() == null
                                        ? 9
                                        : line.decision().urgency().ordinal())
                                .thenComparing(line -> line.due() == null ? Instant.MAX : line.due()));
        for (WorkStatus status : WorkStatus.values()) {
            assertThat(waiting(status)).hasSize((int)
                    walked.stream().filter(one -> one.waitsFor() == status).count());
        }
        assertSearchesFind(walked.stream()
                .filter(one -> one.waitsFor() != WorkStatus.REVIEW_DUE)
                .map(Listed::line)
                .toList());
    }

    private static void assertSearchesFind(List<DecisionLine> decisions) {
        for (DecisionQuery query : List.of(
                DecisionQuery.everything(),
                new DecisionQuery("sefton", null, null, null, "early-help", null, null, null, null, null, 2),
                new DecisionQuery(null, null, null, null, null, null, null, true, null, null, 2),
                new DecisionQuery(null, null, null, null, null, null, null, false, null, null, 2),
                new DecisionQuery(null, null, null, null, null, null, null, null, "another-manager", null, 2),
                new DecisionQuery(
                        null,
                        null,
                        Instant.parse("2026-03-05T00:00:00Z"),
                        Instant.parse("2026-03-09T10:00:01Z"),
                        null,
                        null,
                        null,
                        null,
                        "manager",
                        null,
                        2))) {
            List<DecisionLine> found = lists.all("auditor", Areas.ALL, query);
            assertThat(found.stream().map(DecisionLine::decisionId))
                    .containsExactlyInAnyOrderElementsOf(decisions.stream()
                            .filter(one -> matches(one, query))
                            .map(DecisionLine::decisionId)
                            .toList());
            assertThat(found)
                    .isSortedAccordingTo(
                            Comparator.comparing(DecisionLine::recordedAt).reversed());
        }
    }

    private static boolean matches(DecisionLine line, DecisionQuery query) {
        return (query.pathway() == null || line.primary().equals(query.pathway()))
                && (query.overridden() == null || line.overridden() == query.overridden())
                && (query.actor() == null || line.actors().contains(query.actor()))
                && (query.from() == null || !line.recordedAt().isBefore(query.from()))
                && (query.before() == null || line.recordedAt().isBefore(query.before()));
    }

    private static Set<Listed> walked() {
        Map<Person, List<Entry>> people = new HashMap<>();
        hub.trail().everything().people(entries -> people.put(entries.get(0).person(), entries));
        Set<Listed> walked = new HashSet<>();
        people.keySet().forEach(person -> {
            List<Entry> entries = hub.trail().of(person);
            Set<String> decisions = new TreeSet<>();
            entries.stream()
                    .filter(entry -> entry.kind() == Kind.SCREENED && !entry.erased())
                    .forEach(entry -> decisions.add(String.valueOf(entry.decisionId())));
            Fold fold = hub.listedDecisions().of(entries, decisions);
            walked.addAll(fold.standing());
        });
        return walked;
    }

    /** What people do, as far as it may be done. */
    private static final class Acts {

        private final Random chance;
        private final String prefix;
        private final List<String> decisions = new ArrayList<>();
        private final Set<String> contacts = new HashSet<>();
        private int acts;

        Acts(Random chance, String prefix) {
            this.chance = chance;
            this.prefix = prefix;
        }

        void one() throws Exception {
            acts++;
            String decision = decisions.isEmpty() ? "" : decisions.get(chance.nextInt(decisions.size()));
            int what = decision.isEmpty() ? 0 : chance.nextInt(12);
            hub.at("2026-03-%02dT11:00:00Z".formatted(day()));
            try {
                switch (what) {
                    case 5 -> hub.judgements.confirm(decision, Hub.json(AGREED), "screener");
                    case 6, 7 -> hub.judgements.override(decision, Hub.json(LESS), "manager");
                    case 8 -> hub.judgements.countersign(decision, Hub.json(SIGNED), "another-manager");
                    case 9 -> hub.judgements.note(decision, Hub.json(OUTCOME), "screener");
                    case 10 ->
                        hub.judgements.correct(
                                decision,
                                Hub.json("{'withdrawn': true, 'reason': 'Two boys of one name.'}"),
                                "manager");
                    case 11 -> hub.erasures.contact(decision, Hub.json("{" + WHY + "}"), "manager");
                    default -> contact();
                }
            } catch (JudgementRefusal | ErasedContent notNow) {
                assertThat(decision)
                        .as("nothing is recorded where it may not be")
                        .isNotEmpty();
            }
        }

        /** Time goes on, as a review is due by what is known on the day. */
        private int day() {
            return 1 + acts / 2;
        }

        private void contact() throws Exception {
            String mace = "{\"factor\": \"mace-open\", \"answer\": \"yes\"}";
            String said = chance.nextInt(4) == 0 ? mace : chance.nextInt(3) == 0 ? "" : MISSING;
            String reference = prefix + chance.nextInt(3);
            if (contacts.add(reference + " " + day())) {
                decisions.add(Hub.id(hub.contact(reference, day(), said)));
            }
        }

        /** A node hears of an entry once more, whichever. */
        void heard() {
            List<Entry> entries = hub.trail().of(hub.pseudonyms().person("sefton", prefix + chance.nextInt(3)));
            if (!entries.isEmpty()) {
                lists.hear(entries.get(chance.nextInt(entries.size())));
            }
        }

        /** Erasures that were cut off are brought to their end, as the service does it by itself. */
        void resume() {
            hub.erasing.resume();
        }
    }
}
