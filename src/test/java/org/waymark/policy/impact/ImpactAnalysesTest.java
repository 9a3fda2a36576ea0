package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.SubmissionKey;
import org.waymark.policy.Impact;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.rule.RuleSet;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Erasure;
import org.waymark.trail.Extent;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** Impact analyses over what is recorded: who is a case, with which history, and what becomes of a job. */
class ImpactAnalysesTest {

    private static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RuleFiles WITHIN_30 = missingWithin(30);
    private static final RuleFiles WITHIN_20 = missingWithin(20);
    private static final RuleSet IN_FORCE =
            CheckedRulesOfThisRepository.read(WITHIN_30).asked();

    @TempDir
    private Path folder;

    private Store store;
    private Trail trail;
    private Pseudonyms pseudonyms;
    private final RuleSetInForce inForce = new RuleSetInForce();
    private final List<ImpactAnalyses> opened = new ArrayList<>();

    private static RuleFiles missingWithin(int days) {
        return SmallRules.of(SmallRules.line(
                        "SG-12",
                        "Happened( factor == \"going-missing\", withinDays == %d, times >= 3 )".formatted(days),
                        ".to(SAFEGUARDING, SAME_DAY)"))
                .files();
    }

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(folder), CLOCK);
        trail = Trails.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        inForce.activate(IN_FORCE, NOW);
    }

    @AfterEach
    void close() {
        opened.forEach(ImpactAnalyses::close);
        store.close();
    }

    private static Optional<RuleFiles> versions(String hash) {
        return Stream.of(WITHIN_30, WITHIN_20)
                .filter(files -> files.hash().equals(hash))
                .findFirst();
    }

    private ImpactAnalyses analyses(Clock clock, Function<String, Optional<RuleFiles>> versions) {
        ImpactAnalyses analyses = new OneNode(
                        store.database(), trail, pseudonyms, versions, inForce, Ceilings.of("sefton=0"))
                .analyses(clock);
        opened.add(analyses);
        return analyses;
    }

    private ImpactAnalyses analyses() {
        return analyses(CLOCK, ImpactAnalysesTest::versions);
    }

    /** Records a contact on a day of March 2026 that tells of a missing episode on one of February. */
    private void recorded(String id, PersonKey person, int day, int missing, String more) throws Exception {
        String json = """
                {"assessmentId": "%s", "sourceSystem": "test", "assessedAt": "2026-03-%02dT10:00:00Z", %s
                 "youngPerson": {"reference": "%s", "ageYears": 14, "area": "%s"},
                 "observations": [{"factor": "going-missing", "answer": "yes", "dates": ["2026-02-%02d"]}]}
                """.formatted(id, day, more, person.reference(), person.area(), missing);
        recorded(json, person);
    }

    private void recorded(String json, PersonKey key) throws Exception {
        org.waymark.assessment.Submission read =
                new AssessmentReader(IN_FORCE.catalogue()).read(json.getBytes(StandardCharsets.UTF_8), NOW);
        SubmissionKey own = read.assessment().submission();
        Submission submission = pseudonyms.submission(own.area(), own.sourceSystem(), own.assessmentId());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("assessment", read.canonical());
        content.put("decision", "{\"outcome\":{\"primary\":\"mace\",\"pathways\":[{\"pathway\":\"mace\"}]}}");
        Person person = pseudonyms.person(key.area(), key.reference());
        Draft draft = new Draft(Kind.SCREENED, submission, pseudonyms.decisionId(submission), "screener", NOW, content);
        assertThat(trail.append(person, trail.of(person).size() + 1L, draft)).isInstanceOf(Appended.Recorded.class);
    }

    private static PersonKey sefton(String reference) {
        return new PersonKey("sefton", reference);
    }

    /** Missing three times in 30 days and not in 20, told at three contacts. */
    private void chrisIsRecorded() throws Exception {
        recorded("C-1", sefton("CHRIS"), 1, 14, "");
        recorded("C-2", sefton("CHRIS"), 2, 20, "");
        recorded("C-3", sefton("CHRIS"), 10, 27, "");
    }

    private List<String> references(ImpactFilter filter) {
        return cases(filter).stream().map(ImpactCase::reference).sorted().toList();
    }

    private List<ImpactCase> cases(ImpactFilter filter) {
        Archive.Reading reading = new Archive(trail, pseudonyms)
                .open(new AssessmentReader(IN_FORCE.catalogue()), new Archive.Scope(filter, NOW, null));
        List<ImpactCase> cases = new ArrayList<>();
        List<Extent> people = new ArrayList<>();
        trail.everything().extents().forEachRemaining(people::add);
        reading.people(people, batch -> cases.addAll(batch.cases()));
        return cases;
    }

    private static Analysis ended(ImpactAnalyses analyses, String id) throws InterruptedException {
        Analysis now = analyses.analysis(id).orElseThrow();
        for (int i = 0; i < 3_000 && now.state() == State.RUNNING; i++) {
            Thread.sleep(10);
            now = analyses.analysis(id).orElseThrow();
        }
        return now;
    }

    @Test
    void aFinishedAnalysisSaysWhoWouldBeDowngradedAndWhoAsked() throws Exception {
        chrisIsRecorded();
        recorded("D-1", sefton("SOMEBODY-ELSE"), 10, 27, "");
        ImpactAnalyses analyses = analyses();

        Analysis started =
                analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy").orElseThrow();
        Analysis done = ended(analyses, started.id());

        assertThat(done.fault()).isNull();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.startedBy()).isEqualTo("policy");
        assertThat(done.done()).isEqualTo(4);
        assertThat(done.total()).isEqualTo(4);
        assertThat(analyses.finding(started.id()))
                .contains(new Impact.Finding(
                        WITHIN_20.hash(),
                        WITHIN_30.hash(),
                        List.of(new Impact.Downgrade("sefton/CHRIS test/C-3")),
                        List.of()));
        assertThat(Json.read(analyses.report(started.id()).orElseThrow())
                        .path("totals")
                        .path("contacts")
                        .asInt())
                .isEqualTo(4);
        assertThat(analyses.all()).containsExactly(done);
    }

    @Test
    void anAnalysisThatStillHasAnErasedCaseInMindDoesNotBringItBack() throws Exception {
        chrisIsRecorded();
        ImpactAnalyses analyses = analyses();
        Submission last = pseudonyms.submission("sefton", "test", "C-3");
        analyses.forget(new Erasure.Done("1", pseudonyms.person("sefton", "CHRIS"), true, Set.of(last)));
        String id = analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        assertThat(ended(analyses, id).state()).isEqualTo(State.DONE);
        assertThat(analyses.report(id).orElseThrow()).doesNotContain("C-3");
    }

    @Test
    void aStricterVersionPassesTheCeilingAndItsLookBackNamesOpenDecisions() throws Exception {
        chrisIsRecorded();
        inForce.activate(CheckedRulesOfThisRepository.read(WITHIN_20).asked(), NOW);
        ImpactAnalyses analyses = analyses();

        String id = analyses.start(WITHIN_30.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        ended(analyses, id);

        assertThat(analyses.finding(id).orElseThrow().overCeiling())
                .singleElement()
                .asString()
                .startsWith("sefton: 1 urgent response in the week of 9 March 2026");
        assertThat(analyses.reviews(id, NOW))
                .containsExactly(new ReviewRecommendation(
                        "sefton/CHRIS test/C-3",
                        "no pathway",
                        "Safeguarding within 24 hours",
                        NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void anAmendedContactIsNeitherACaseNorHistory() throws Exception {
        chrisIsRecorded();
        recorded(
                "C-4",
                sefton("CHRIS"),
                11,
                28,
                "\"amends\": {\"assessmentId\": \"C-2\", \"reason\": \"another child\"},");
        ImpactAnalyses analyses = analyses();

        String id = analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        ended(analyses, id);

        assertThat(references(ImpactFilter.ALL))
                .containsExactly("sefton/CHRIS test/C-1", "sefton/CHRIS test/C-3", "sefton/CHRIS test/C-4");
        assertThat(analyses.finding(id).orElseThrow().downgraded())
                .containsExactly(new Impact.Downgrade("sefton/CHRIS test/C-4"));
    }

    @Test
    void whatAnotherReferenceKnewIsHistoryAndNoSecondCase() throws Exception {
        chrisIsRecorded();
        recorded("""
                {"assessmentId": "N-1", "sourceSystem": "test", "assessedAt": "2026-03-11T10:00:00Z",
                 "youngPerson": {"reference": "NEW", "ageYears": 14, "area": "liverpool",
                   "previousReferences": [{"area": "sefton", "reference": "CHRIS"}]},
                 "observations": []}
                """, new PersonKey("liverpool", "NEW"));

        List<ImpactCase> cases = cases(ImpactFilter.ALL);

        assertThat(cases).hasSize(4);
        assertThat(cases)
                .filteredOn(one -> one.reference().startsWith("liverpool"))
                .singleElement()
                .satisfies(one -> assertThat(one.history())
                        .extracting(Assessment::assessmentId)
                        .contains("C-1", "C-2", "C-3"));
    }

    @Test
    void theFilterTakesDaysAreasAndPathways() throws Exception {
        chrisIsRecorded();
        recorded("L-1", new PersonKey("liverpool", "KIM"), 3, 14, "");

        assertThat(references(new ImpactFilter(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), null, null)))
                .containsExactly("liverpool/KIM test/L-1", "sefton/CHRIS test/C-2");
        assertThat(references(new ImpactFilter(null, null, "liverpool", null)))
                .containsExactly("liverpool/KIM test/L-1");
        assertThat(references(new ImpactFilter(null, null, null, "mace"))).hasSize(4);
        assertThat(references(new ImpactFilter(null, null, null, "early-help"))).isEmpty();
        assertThat(references(new ImpactFilter(null, null, null, "universal"))).isEmpty();
    }

    @Test
    void anAreaWithARuleSetOfItsOwnIsLeftOutUnlessItIsAskedFor() throws Exception {
        chrisIsRecorded();
        recorded("L-1", new PersonKey("liverpool", "KIM"), 3, 14, "");
        RuleSet other = CheckedRulesOfThisRepository.read(WITHIN_20).asked();
        inForce.swap(Map.of(
                RuleSetInForce.EVERYWHERE,
                RuleSetInForce.Ready.of(IN_FORCE, NOW),
                "liverpool",
                RuleSetInForce.Ready.of(other, NOW)));
        ImpactAnalyses analyses = analyses();

        Analysis everywhere =
                analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy").orElseThrow();
        Analysis there = analyses.start(WITHIN_30.hash(), new ImpactFilter(null, null, "liverpool", null), "policy")
                .orElseThrow();

        assertThat(everywhere.against()).isEqualTo(WITHIN_30.hash());
        assertThat(there.against()).isEqualTo(WITHIN_20.hash());
        assertThat(contacts(analyses, everywhere)).isEqualTo(3);
        assertThat(contacts(analyses, there)).isEqualTo(1);
    }

    private static int contacts(ImpactAnalyses analyses, Analysis one) throws InterruptedException {
        ended(analyses, one.id());
        return Json.read(analyses.report(one.id()).orElseThrow())
                .path("totals")
                .path("contacts")
                .asInt();
    }

    @Test
    void aCancelledAnalysisHasNoReportAndDecidesNothing() throws Exception {
        chrisIsRecorded();
        CountDownLatch cancelled = new CountDownLatch(1);
        ImpactAnalyses analyses = analyses(CLOCK, hash -> {
            if (Thread.currentThread().getName().equals("impact-analyses")) {
                await(cancelled);
            }
            return versions(hash);
        });

        String id = analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        assertThat(analyses.cancel(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        cancelled.countDown();
        String next = analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();

        assertThat(ended(analyses, next).state()).isEqualTo(State.DONE);
        assertThat(analyses.analysis(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(analyses.report(id)).isEmpty();
        assertThat(analyses.finding(id)).isEmpty();
        assertThat(analyses.cancel(next).orElseThrow().state()).isEqualTo(State.DONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void anAnalysisThatAStopCutOffIsTakenUpAgainAfterAWhile() throws Exception {
        chrisIsRecorded();
        ImpactAnalyses before = analyses(CLOCK, hash -> {
            if (Thread.currentThread().getName().equals("impact-analyses")) {
                await(new CountDownLatch(1));
            }
            return versions(hash);
        });
        String id = before.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        before.close();

        ImpactAnalyses soon = analyses();
        soon.resume();
        assertThat(soon.analysis(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        Clock later = Clock.offset(CLOCK, ImpactAnalyses.ABANDONED_AFTER.plusSeconds(1));
        ImpactAnalyses after = analyses(later, ImpactAnalysesTest::versions);
        after.resume();

        assertThat(ended(after, id).state()).isEqualTo(State.DONE);
        assertThat(after.finding(id).orElseThrow().downgraded()).hasSize(1);
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws Exception {
        ImpactAnalyses analyses = analyses(
                CLOCK,
                hash -> Thread.currentThread().getName().equals("impact-analyses") ? Optional.empty() : versions(hash));

        String id = analyses.start(WITHIN_20.hash(), ImpactFilter.ALL, "policy")
                .orElseThrow()
                .id();
        assertThat(ended(analyses, id).state()).isEqualTo(State.FAILED);
        assertThat(analyses.analysis(id).orElseThrow().fault())
                .isEqualTo("the files of the rule set " + WITHIN_30.hash() + " are lost");
        assertThat(analyses.start("sha256:nothing", ImpactFilter.ALL, "policy")).isEmpty();
        assertThat(analyses.analysis("nothing")).isEmpty();
        assertThat(analyses.report("nothing")).isEmpty();
    }
}
