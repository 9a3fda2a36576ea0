package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.SubmissionKey;
import org.waymark.policy.PolicyEvent;
import org.waymark.policy.PolicyLog;
import org.waymark.policy.Version;
import org.waymark.policy.impact.LookBacks.Progress;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Draft;
import org.waymark.trail.EntriesInBulk;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** What is looked at again as a stricter version comes into force: all that stands open by then, and nothing else. */
class LookBacksTest {

    private static final RuleFiles LENIENT = missingWithin(20);
    private static final RuleFiles STRICTER = missingWithin(30);
    private static final Instant BEFORE = Instant.parse("2026-03-20T09:00:00Z");
    private static final Instant ACTIVATED = Instant.parse("2026-03-23T09:00:00Z");
    private static final Instant SETTLED = ACTIVATED.plus(LookBacks.SETTLED);
    private static final AssessmentReader READER =
            new AssessmentReader(RecordedArchive.checked(LENIENT).catalogue());

    /** Missing three times in 30 days and not in 20. */
    private static final String CONTACT = """
            {"assessmentId": "%s", "sourceSystem": "test", "assessedAt": "%s",
             "youngPerson": {"reference": "%s", "ageYears": 14, "area": "%s"%s},
             "observations": [{"factor": "going-missing", "answer": "yes",
               "dates": ["2026-02-22", "2026-03-08", "2026-03-14"]}]}
            """;

    @TempDir
    private Path folder;

    private Store store;
    private Pseudonyms pseudonyms;
    private PolicyLog log;
    private ImpactAnalyses analyses;
    private LookBacks lookBacks;

    private static RuleFiles missingWithin(int days) {
        String when = "Happened( factor == \"going-missing\", withinDays == %d, times >= 3 )".formatted(days);
        return SmallRules.of(SmallRules.line("SG-12", when, ".to(SAFEGUARDING, SAME_DAY)"))
                .files();
    }

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        Trail trail = Trails.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        Clock clock = Clock.fixed(SETTLED, ZoneOffset.UTC);
        log = new PolicyLog(trail, pseudonyms, clock);
        analyses = new OneNode(
                        store.database(),
                        trail,
                        pseudonyms,
                        hash -> Stream.of(LENIENT, STRICTER)
                                .filter(files -> files.hash().equals(hash))
                                .findFirst(),
                        new RuleSetInForce(),
                        Ceilings.NONE)
                .analyses(clock);
        lookBacks = new LookBacks(log, analyses);
        drafted(LENIENT);
        drafted(STRICTER);
        activated(LENIENT, BEFORE, "*");
    }

    @AfterEach
    void close() {
        analyses.close();
        store.close();
    }

    private void drafted(RuleFiles files) {
        log.append("policy", now -> Optional.of(new PolicyEvent.Drafted(files.hash(), files.hash(), "A test.", null)));
    }

    private void activated(RuleFiles files, Instant from, String... areas) {
        log.append(
                "approver",
                now -> Optional.of(
                        new PolicyEvent.Activated(files.hash(), Set.of(areas), from, "As the test says.", List.of())));
    }

    /** Records a contact at a moment, decided by a version. */
    private void recorded(Instant at, RuleFiles by, String id, String area, String reference, String more)
            throws Exception {
        String json = CONTACT.formatted(id, at.minus(Duration.ofHours(1)), reference, area, more);
        var read = READER.read(json.getBytes(StandardCharsets.UTF_8), Instant.MAX);
        Assessment assessment = read.assessment();
        SubmissionKey key = assessment.submission();
        Submission submission = pseudonyms.submission(key.area(), key.sourceSystem(), key.assessmentId());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("assessment", read.canonical());
        content.put("decision", "{\"ruleSet\":{\"hash\":\"" + by.hash() + "\"}}");
        Draft draft = new Draft(Kind.SCREENED, submission, pseudonyms.decisionId(submission), "screener", at, content);
        EntriesInBulk entries = new EntriesInBulk(store.database());
        entries.add(pseudonyms.person(area, reference), 1, draft);
        entries.flush();
    }

    private LookBacks.Reviews ofStricter() throws InterruptedException {
        Version version = log.read().version(STRICTER.hash()).orElseThrow();
        LookBacks.Reviews now = lookBacks.of(version, SETTLED);
        while (now.lookBacks().stream().anyMatch(one -> one.state().equals("running"))) {
            Thread.sleep(10);
            now = lookBacks.of(version, SETTLED);
        }
        return now;
    }

    @Test
    void everyOpenDecisionRecordedUntilTheActivationIsLookedAtAgain() throws Exception {
        recorded(BEFORE, LENIENT, "A-1", "sefton", "LONG-BEFORE", "");
        activated(STRICTER, ACTIVATED, "*");
        recorded(ACTIVATED.minusSeconds(1), LENIENT, "A-2", "sefton", "JUST-BEFORE", "");
        recorded(ACTIVATED.plusSeconds(3), LENIENT, "A-3", "sefton", "BEGUN-BEFORE", "");
        recorded(ACTIVATED.plusSeconds(3), STRICTER, "A-4", "sefton", "ALREADY-BY-THE-NEW", "");
        recorded(SETTLED.plusSeconds(1), LENIENT, "A-5", "sefton", "TOO-LATE", "");

        lookBacks.look(ACTIVATED.plusSeconds(1));
        assertThat(ofStricter())
                .isEqualTo(new LookBacks.Reviews(false, List.of(new Progress("*", "waiting")), List.of()));
        lookBacks.look(SETTLED);

        LookBacks.Reviews found = ofStricter();
        assertThat(found.complete()).isTrue();
        assertThat(found.lookBacks()).containsExactly(new Progress("*", "done"));
        assertThat(found.reviews())
                .extracting(ReviewRecommendation::reference)
                .containsExactly(
                        "sefton/BEGUN-BEFORE test/A-3", "sefton/JUST-BEFORE test/A-2", "sefton/LONG-BEFORE test/A-1");
        assertThat(found.reviews())
                .extracting(ReviewRecommendation::reviewBy)
                .containsOnly(ACTIVATED.plus(Duration.ofHours(24)));
    }

    @Test
    void whoWasSeenLaterUnderAnotherReferenceIsNotLookedAtTwice() throws Exception {
        recorded(BEFORE, LENIENT, "A-1", "sefton", "OLD", "");
        recorded(
                BEFORE.plusSeconds(60),
                LENIENT,
                "B-1",
                "liverpool",
                "NEW",
                ", \"previousReferences\": [{\"area\": \"sefton\", \"reference\": \"OLD\"}]");
        activated(STRICTER, ACTIVATED, "*", "liverpool");
        lookBacks.look(SETTLED);

        LookBacks.Reviews found = ofStricter();
        assertThat(found.lookBacks()).containsExactly(new Progress("*", "done"), new Progress("liverpool", "done"));
        assertThat(found.reviews())
                .extracting(ReviewRecommendation::reference)
                .containsExactly("liverpool/NEW test/B-1");
    }

    @Test
    void itIsLookedAtOnceHoweverManyNodesLookAndWhatChangesNothingIsNotLookedAt() throws Exception {
        activated(STRICTER, ACTIVATED, "*");
        activated(STRICTER, ACTIVATED, "*");

        lookBacks.look(SETTLED);
        new LookBacks(log, analyses).look(SETTLED);
        ofStricter();

        assertThat(analyses.all()).singleElement().satisfies(one -> {
            assertThat(one.lookBack()).isTrue();
            assertThat(one.against()).isEqualTo(LENIENT.hash());
            assertThat(one.candidate()).isEqualTo(STRICTER.hash());
            assertThat(one.until()).isEqualTo(SETTLED);
        });
    }
}
