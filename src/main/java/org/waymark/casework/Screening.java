package org.waymark.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.Submission;
import org.waymark.assessment.SubmissionKey;
import org.waymark.casework.stream.Accounts;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.screening.casefile.History;
import org.waymark.screening.outcome.Outcome;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/**
 * The one way from a submitted assessment to a decision: read, find the history, screen, record, answer. Nothing is
 * answered as decided that is not recorded.
 */
public final class Screening {

    /** How often to think again when somebody else records about the same young person meanwhile. */
    private static final int MOST_ATTEMPTS = 200;

    private final RuleSetInForce inForce;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final Clock clock;
    private final Engine engine;
    private final Accounts accounts;
    private final Turns turns = new Turns();

    public Screening(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock, Engine engine) {
        this(inForce, trail, pseudonyms, clock, engine, new Accounts());
    }

    /** One that keeps account of what the store says is recorded. */
    public Screening(
            RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock, Engine engine, Accounts accounts) {
        this.inForce = inForce;
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
        this.engine = engine;
        this.accounts = accounts;
    }

    /**
     * Screens and records an assessment. A repeat of one that is recorded gives the decision that was recorded.
     *
     * @param actor the account that submits
     * @throws InvalidAssessment with every fault, and then nothing is recorded
     * @throws ConflictingAssessment where another assessment has this number
     * @throws ErasedContent where one of this number was recorded and erased, and then nothing is recorded
     * @throws TrailUnavailable where it cannot be recorded, and then it is not decided
     */
    public Screened screen(byte[] body, String actor) throws InvalidAssessment, ConflictingAssessment {
        RuleSetInForce.Ready ready = inForce.requireFor(body);
        Submission submission = ready.reader().read(body, clock.instant());
        org.waymark.trail.Submission key = key(submission.assessment());
        Optional<Entry> recorded = trail.bySubmission(key);
        if (recorded.isPresent()) {
            return repeat(recorded.get(), submission);
        }
        return turns.take(submission.assessment().youngPerson().key(), () -> decide(ready, submission, key, actor));
    }

    private Screened decide(
            RuleSetInForce.Ready ready, Submission submission, org.waymark.trail.Submission key, String actor)
            throws InvalidAssessment, ConflictingAssessment {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Appended appended = record(ready, submission, key, actor);
            if (appended instanceof Appended.Recorded done) {
                accounts.recorded();
                return new Screened(Contacts.text(done.entry(), EntryContent.DECISION), false);
            } else if (appended instanceof Appended.Already already) {
                return repeat(already.entry(), submission);
            }
        }
        throw tooBusy();
    }

    private Appended record(
            RuleSetInForce.Ready ready, Submission submission, org.waymark.trail.Submission key, String actor)
            throws InvalidAssessment {
        Assessment assessment = submission.assessment();
        Contacts contacts = contacts(ready, assessment);
        List<Assessment> history = History.before(assessment, contacts.assessments());
        Outcome outcome = ready.screener().screen(assessment, history);
        String decisionId = pseudonyms.decisionId(key);
        Instant now = now();
        Decision decision =
                Decision.of(assessment, ready.ruleSet(), outcome, decisionId, now, contacts.dryRunsOf(key.pseudonym()));
        Map<String, String> content = new LinkedHashMap<>();
        content.put(EntryContent.ASSESSMENT, submission.canonical());
        content.put(EntryContent.HISTORY, Json.write(contacts.entriesOf(assessment, history)));
        content.put(EntryContent.ENGINE, Json.write(engine));
        content.put(EntryContent.DECISION, Json.write(decision));
        Draft draft = new Draft(Kind.SCREENED, key, decisionId, actor, now, content);
        return trail.append(people.person(assessment.youngPerson().key()), contacts.nextSequence(), draft);
    }

    /**
     * Says what the decision would be. No decision is recorded, but that somebody tried is.
     *
     * @throws InvalidAssessment with every fault, and then nothing is recorded
     * @throws TrailUnavailable where the try cannot be recorded, and then it is not answered
     */
    public Screened dryRun(byte[] body, String actor) throws InvalidAssessment {
        return dryRun(body, actor, false);
    }

    /**
     * The same, and on demand what the decision would rest on, as one more field behind the decision's own.
     *
     * @param explain whether to say that
     */
    public Screened dryRun(byte[] body, String actor, boolean explain) throws InvalidAssessment {
        RuleSetInForce.Ready ready = inForce.requireFor(body);
        Assessment assessment = ready.reader().read(body, clock.instant()).assessment();
        return turns.take(assessment.youngPerson().key(), () -> attempt(ready, assessment, actor, explain));
    }

    private Screened attempt(RuleSetInForce.Ready ready, Assessment assessment, String actor, boolean explain)
            throws InvalidAssessment {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Contacts contacts = contacts(ready, assessment);
            Outcome outcome = ready.screener().screen(assessment, contacts.assessments());
            Decision decision = Decision.of(
                    assessment,
                    ready.ruleSet(),
                    outcome,
                    null,
                    null,
                    contacts.dryRunsOf(key(assessment).pseudonym()) + 1);
            Draft draft = new Draft(
                    Kind.TRIED, pseudonyms.attempt(), null, actor, now(), Map.of(EntryContent.TRIED, tried(decision)));
            Appended appended =
                    trail.append(people.person(assessment.youngPerson().key()), contacts.nextSequence(), draft);
            if (appended instanceof Appended.Recorded) {
                String answer = Json.write(decision);
                return new Screened(
                        explain
                                ? Explanations.with(
                                        answer, ready.screener().explain(assessment, contacts.assessments()))
                                : answer,
                        false);
            }
        }
        throw tooBusy();
    }

    /** What an entry keeps of a try: of which submission, under which rules, and what came out. */
    private String tried(Decision decision) {
        Map<String, Object> tried = new LinkedHashMap<>();
        SubmissionKey key = new SubmissionKey(
                decision.youngPerson().area(),
                decision.assessment().sourceSystem(),
                decision.assessment().assessmentId());
        tried.put(
                "submission",
                pseudonyms
                        .submission(key.area(), key.sourceSystem(), key.assessmentId())
                        .pseudonym());
        tried.put("ruleSet", decision.ruleSet());
        tried.put("summary", decision.outcome().summary());
        tried.put("primary", decision.outcome().primary());
        tried.put("pathways", decision.outcome().pathways());
        return Json.write(tried);
    }

    private Contacts contacts(RuleSetInForce.Ready ready, Assessment assessment) throws InvalidAssessment {
        Contacts contacts = Contacts.about(assessment, people, ready.reader());
        Optional<String> amendsNothing = contacts.amendsNothing(assessment);
        if (amendsNothing.isPresent()) {
            throw new InvalidAssessment(
                    InvalidAssessment.Kind.INVALID,
                    List.of(new Fault(
                            "/amends/assessmentId",
                            "no assessment `" + amendsNothing.get()
                                    + "` of this source system is recorded about this young person")));
        }
        return contacts;
    }

    private Screened repeat(Entry recorded, Submission submission) throws ConflictingAssessment {
        if (recorded.erased()) {
            throw new ErasedContent("an assessment of this number");
        }
        if (!Contacts.text(recorded, EntryContent.ASSESSMENT).equals(submission.canonical())) {
            throw new ConflictingAssessment();
        }
        accounts.recorded();
        return new Screened(Contacts.text(recorded, EntryContent.DECISION), true);
    }

    private org.waymark.trail.Submission key(Assessment assessment) {
        SubmissionKey key = assessment.submission();
        return pseudonyms.submission(key.area(), key.sourceSystem(), key.assessmentId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static TrailUnavailable tooBusy() {
        return new TrailUnavailable("too many are recording about one young person at once", null);
    }
}
