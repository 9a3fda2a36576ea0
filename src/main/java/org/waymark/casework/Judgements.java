package org.waymark.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.JudgementRefusal.Why;
import org.waymark.casework.judgement.Act.What;
import org.waymark.casework.judgement.Choice;
import org.waymark.casework.judgement.Confirmation;
import org.waymark.casework.judgement.Correction;
import org.waymark.casework.judgement.Countersignature;
import org.waymark.casework.judgement.Levels;
import org.waymark.casework.judgement.OutcomeNote;
import org.waymark.casework.judgement.Promises;
import org.waymark.casework.judgement.Result;
import org.waymark.casework.judgement.Review;
import org.waymark.casework.judgement.Weighing;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.screening.casefile.History;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * The one way in which a person decides on what was recommended, and says what came of it. Each act is an entry of its
 * own; nothing that is recorded changes. An act is judged on what is recorded before it, and judged again where somebody
 * else was faster, so that of two managers who countersign at once one is told that there is nothing left to sign.
 *
 * <p>Each method takes the document as it was sent and gives the decision's JSON as it then stands. All throw {@link
 * JudgementRefusal} or, where the decision is erased, {@link ErasedContent}, and then nothing is recorded, and {@link TrailUnavailable} where it cannot be recorded.
 */
public final class Judgements {

    /** How often to judge again when somebody else records about the same young person meanwhile. */
    private static final int MOST_ATTEMPTS = 200;

    private final RuleSetInForce inForce;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final Clock clock;

    public Judgements(RuleSetInForce inForce, Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this.inForce = inForce;
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
    }

    /** A professional agrees with what was recommended. */
    public String confirm(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.CONFIRMATION, Kind.CONFIRMED, document, actor, (file, at) -> {
            Set<String> rules = new LinkedHashSet<>();
            file.decision()
                    .at("/outcome/reasons")
                    .forEach(reason -> rules.add(reason.path("rule").asString()));
            Confirmation said = Confirmation.read(at, rules);
            return said == null ? null : fields("rationale", said.rationale(), "evidenceSeen", said.evidenceSeen());
        });
    }

    /** A professional decides otherwise; what is lower waits for a second person. */
    public String override(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.OVERRIDE, Kind.OVERRIDDEN, document, actor, this::overridden);
    }

    private @Nullable Map<String, Object> overridden(DecisionFile file, Cursor at) {
        RuleSetInForce.Ready ready = inForce.require(area(file));
        Levels levels = new Levels(ready.ruleSet().manifest().levels());
        Choice choice = Choice.read(at, levels);
        if (choice == null) {
            return null;
        }
        JsonNode outcome = file.decision().path("outcome");
        Result recommended = Result.read(outcome);
        Instant receivedAt = Instant.parse(file.decision().path("receivedAt").asString());
        Result chosen = choice.result(recommended, receivedAt, ready.ruleSet().workingDays());
        promises(file, ready, outcome)
                .brokenBy(chosen)
                .forEach(broken -> at.faults().add("/pathways", broken));
        boolean blocked = holds(outcome.path("blocks"), "block", Block.ENFORCEMENT.code());
        Weighing weighing = new Weighing(recommended, blocked, levels);
        List<String> downward = weighing.lowers(chosen);
        Map<String, Object> said = fields("reasonCode", choice.reasonCode(), "reason", choice.reason());
        said.put(ActEntries.RESULT, chosen);
        said.put(ActEntries.DOWNWARD, downward);
        if (!downward.isEmpty()) {
            said.put(ActEntries.MEANWHILE, weighing.higher(chosen));
        }
        return said;
    }

    /** What is known of the young person: what the decision was made on, with everything that was put right since. */
    private Promises promises(DecisionFile file, RuleSetInForce.Ready ready, JsonNode outcome) {
        Assessment recorded = recorded(file, ready);
        List<String> ids = new ArrayList<>(List.of(file.screened().id()));
        Json.read(Contacts.text(file.screened(), EntryContent.HISTORY)).forEach(id -> ids.add(id.asString()));
        List<Assessment> known =
                Contacts.about(recorded, people, ready.reader()).asPutRight(ids);
        Assessment current = known.stream()
                .filter(one -> one.submission().equals(recorded.submission()))
                .findFirst()
                .orElse(recorded);
        return new Promises(
                ready.screener().pass(current, History.before(current, known)).circumstances(),
                holds(outcome.path("actions"), "action", Action.NRM_REFERRAL.code()));
    }

    private static boolean holds(JsonNode list, String field, String code) {
        return list.valueStream().anyMatch(one -> one.path(field).asString("").equals(code));
    }

    /** A manager who is not its author answers a downward override. */
    public String countersign(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.COUNTERSIGNATURE, Kind.COUNTERSIGNED, document, actor, (file, at) -> {
            Countersignature said = Countersignature.read(at);
            return said == null ? null : fields(ActEntries.AGREE, said.agree(), "reason", said.reason());
        });
    }

    /** Somebody says what came of a decision. */
    public String note(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.OUTCOME, Kind.OUTCOME, document, actor, (file, at) -> {
            OutcomeNote said = OutcomeNote.read(at, LondonDays.of(clock.instant()));
            if (said == null) {
                return null;
            }
            Map<String, Object> note = fields("what", said.what(), "on", said.on());
            note.put("result", said.result());
            note.put("by", said.by());
            note.put(
                    OutcomeContact.COUNTS,
                    OutcomeContact.counts(
                            said, inForce.require(area(file)).ruleSet().catalogue()));
            return note;
        });
    }

    /** A manager puts right what was recorded. */
    public String correct(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.CORRECTION, Kind.CORRECTED, document, actor, (file, at) -> {
            RuleSetInForce.Ready ready = inForce.require(area(file));
            Assessment assessment = recorded(file, ready);
            Set<String> factors = new TreeSet<>();
            assessment.observations().forEach(one -> factors.add(one.factor()));
            Correction said = Correction.read(
                    at,
                    ready.reader().observations(LondonDays.of(assessment.assessedAt()), assessment.referredBy()),
                    factors);
            if (said == null) {
                return null;
            }
            Object observations = said.observations();
            return observations == null
                    ? fields(ActEntries.WITHDRAWN, true, "reason", said.reason())
                    : fields(Correction.OBSERVATIONS, observations, "reason", said.reason());
        });
    }

    /** A manager or an auditor says that they looked at a decision, and what they found. */
    public String review(String decisionId, byte[] document, String actor) throws JudgementRefusal {
        return record(decisionId, What.REVIEW, Kind.REVIEWED, document, actor, (file, at) -> {
            Review said = Review.read(at);
            return said == null ? null : new LinkedHashMap<>(Map.of("finding", said.finding()));
        });
    }

    private static Assessment recorded(DecisionFile file, RuleSetInForce.Ready ready) {
        return ready.reader()
                .reread(Contacts.text(file.screened(), EntryContent.ASSESSMENT))
                .assessment();
    }

    private static String area(DecisionFile file) {
        return file.decision().at("/youngPerson/area").asString();
    }

    private static Map<String, Object> fields(String one, Object first, String other, Object second) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(one, first);
        fields.put(other, second);
        return fields;
    }

    /** Reads what was sent, in the light of the decision; nothing where it has faults, which are then reported. */
    @FunctionalInterface
    private interface Judging {
        @Nullable
        Map<String, Object> read(DecisionFile file, Cursor at);
    }

    private String record(String decisionId, What what, Kind kind, byte[] document, String actor, Judging judging)
            throws JudgementRefusal {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            DecisionFile file = DecisionFile.find(trail, decisionId)
                    .orElseThrow(() -> JudgementRefusal.of(Why.UNKNOWN, JudgementRefusal.NO_SUCH_DECISION));
            Map<String, Object> content = Request.read(document, at -> judging.read(file, at));
            requireFree(file, what, content, actor);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put(ActEntries.DECISION_ID, decisionId);
            entry.putAll(content);
            Draft draft = new Draft(
                    kind,
                    pseudonyms.attempt(),
                    null,
                    actor,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    Map.of(ActEntries.nameOf(kind), Json.write(entry)));
            Appended appended = trail.append(file.screened().person(), file.nextSequence(), draft);
            if (appended instanceof Appended.Recorded done) {
                return file.and(done.entry()).shown();
            }
        }
        throw new TrailUnavailable("too many are recording about one young person at once", null);
    }

    private static void requireFree(DecisionFile file, What what, Map<String, Object> content, String actor)
            throws JudgementRefusal {
        String forbidden = file.state().forbids(what).orElse(null);
        if (forbidden != null) {
            throw JudgementRefusal.of(Why.NOT_NOW, forbidden);
        }
        if (what == What.COUNTERSIGNATURE && file.state().isAuthor(actor)) {
            throw JudgementRefusal.of(
                    Why.NOT_YOU,
                    "the override is your own, and a manager who is somebody else answers it; until then the higher"
                            + " result and its clock stand");
        }
        if (what == What.OUTCOME && isRecorded(file, content)) {
            throw JudgementRefusal.of(
                    Why.NOT_NOW, "this outcome is recorded already, word for word; there is nothing to add");
        }
    }

    private static boolean isRecorded(DecisionFile file, Map<String, Object> outcome) {
        JsonNode said = Json.read(Json.write(outcome));
        return file.acts().stream()
                .filter(act -> act.kind() == Kind.OUTCOME)
                .map(act -> ActEntries.content(act).orElseThrow())
                .anyMatch(before -> said.properties().stream()
                        .allMatch(field -> field.getValue().equals(before.path(field.getKey()))));
    }
}
