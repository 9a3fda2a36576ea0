package org.waymark.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.access.Caller;
import org.waymark.access.Sharing;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
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
    private final Sharing sharing;
    private final Turns turns = new Turns();

    public Screening(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock, Engine engine) {
        this(inForce, trail, pseudonyms, clock, engine, new Accounts(), Sharing.EVERYBODY);
    }

    /**
     * @param accounts keeps what the store says is recorded
     * @param sharing who may join what another area knows
     */
    public Screening(
            RuleSetInForce inForce,
            Trail trail,
            Pseudonyms pseudonyms,
            Clock clock,
            Engine engine,
            Accounts accounts,
            Sharing sharing) {
        this.inForce = inForce;
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
        this.engine = engine;
        this.accounts = accounts;
        this.sharing = sharing;
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
        return screen(body, Caller.everywhere(actor));
    }

    /**
     * The same for somebody who may not know of all areas.
     *
     * @throws ForeignArea where the young person is of none of theirs, and then nothing is recorded
     */
    public Screened screen(byte[] body, Caller caller) throws InvalidAssessment, ConflictingAssessment {
        RuleSetInForce.Ready ready = inForce.requireFor(body);
        Submission submission = ready.reader().read(body, clock.instant());
        requireOwn(submission.assessment(), caller);
        org.waymark.trail.Submission key = key(submission.assessment());
        Optional<Entry> recorded = trail.bySubmission(key);
        if (recorded.isPresent()) {
            return repeat(recorded.get(), submission);
        }
        return turns.take(submission.assessment().youngPerson().key(), () -> decide(ready, submission, key, caller));
    }

    private Screened decide(
            RuleSetInForce.Ready ready, Submission submission, org.waymark.trail.Submission key, Caller caller)
            throws InvalidAssessment, ConflictingAssessment {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Appended appended = record(ready, submission, key, caller);
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
            RuleSetInForce.Ready ready, Submission submission, org.waymark.trail.Submission key, Caller caller)
            throws InvalidAssessment {
        Assessment assessment = submission.assessment();
        Contacts contacts = contacts(ready, assessment, caller);
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
        Draft draft = new Draft(Kind.SCREENED, key, decisionId, caller.actor(), now, content);
        return trail.append(people.person(assessment.youngPerson().key()), contacts.nextSequence(), draft);
    }

    /**
     * Says what the decision would be. No decision is recorded, but that somebody tried is.
     *
     * @throws InvalidAssessment with every fault, and then nothing is recorded
     * @throws TrailUnavailable where the try cannot be recorded, and then it is not answered
     */
    public Screened dryRun(byte[] body, String actor) throws InvalidAssessment {
        return dryRun(body, Caller.everywhere(actor), false);
    }

    /**
     * The same, and on demand what the decision would rest on, as one more field behind the decision's own.
     *
     * @param explain whether to say that
     */
    public Screened dryRun(byte[] body, String actor, boolean explain) throws InvalidAssessment {
        return dryRun(body, Caller.everywhere(actor), explain);
    }

    /**
     * The same for somebody who may not know of all areas.
     *
     * @throws ForeignArea where the young person is of none of theirs, and then nothing is recorded
     */
    public Screened dryRun(byte[] body, Caller caller, boolean explain) throws InvalidAssessment {
        RuleSetInForce.Ready ready = inForce.requireFor(body);
        Assessment assessment = ready.reader().read(body, clock.instant()).assessment();
        requireOwn(assessment, caller);
        return turns.take(assessment.youngPerson().key(), () -> attempt(ready, assessment, caller, explain));
    }

    /** Before anything is looked for, so that it says nothing of what is recorded there. */
    private static void requireOwn(Assessment assessment, Caller caller) {
        String area = assessment.youngPerson().area();
        if (!caller.areas().has(area)) {
            throw new ForeignArea("nothing is recorded: `youngPerson.area` is `" + area + "`, and your account is for "
                    + caller.areas().told() + "; have somebody submit it who is there, or ask for that area");
        }
    }

    private Screened attempt(RuleSetInForce.Ready ready, Assessment assessment, Caller caller, boolean explain)
            throws InvalidAssessment {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Contacts contacts = contacts(ready, assessment, caller);
            Outcome outcome = ready.screener().screen(assessment, contacts.assessments());
            Decision decision = Decision.of(
                    assessment,
                    ready.ruleSet(),
                    outcome,
                    null,
                    null,
                    contacts.dryRunsOf(key(assessment).pseudonym()) + 1);
            Draft draft = new Draft(
                    Kind.TRIED,
                    pseudonyms.attempt(),
                    null,
                    caller.actor(),
                    now(),
                    Map.of(EntryContent.TRIED, tried(decision)));
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

    private Contacts contacts(RuleSetInForce.Ready ready, Assessment assessment, Caller caller)
            throws InvalidAssessment {
        Joining joining = new Joining(assessment.youngPerson().area(), caller.areas(), sharing);
        Contacts contacts = Contacts.about(assessment, people, ready.reader(), joining);
        requireNamed(assessment, contacts.apart());
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

    /**
     * What may not be joined is told in the decision by its flag `not-assessed-here`, which stands wherever the assessment
     * itself names another area. Where only an earlier contact did, the decision would look whole, and it is not.
     */
    private static void requireNamed(Assessment assessment, List<PersonKey> apart) throws InvalidAssessment {
        List<Fault> faults = apart.stream()
                .filter(one -> !assessment.youngPerson().previousReferences().contains(one))
                .map(one -> new Fault(
                        "/youngPerson/previousReferences",
                        "an earlier contact says that this young person is known to `" + one.area() + "` as `"
                                + one.reference() + "`, and what is recorded there may not be joined; name it here,"
                                + " so that the decision says so, or have somebody submit it who has `" + one.area()
                                + "` too. An agreement to share is WAYMARK_ACCESS_SHARING, `"
                                + assessment.youngPerson().area() + "<" + one.area() + "`"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidAssessment(InvalidAssessment.Kind.INVALID, faults);
        }
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
