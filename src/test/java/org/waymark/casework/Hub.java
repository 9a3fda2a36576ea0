package org.waymark.casework;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.retention.RetentionSchedule;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetVersions;
import org.waymark.screening.rule.RuleSet;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasing;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;
import tools.jackson.databind.JsonNode;

/** A hub at work: the repository's own rules, the embedded store, and a clock that the test sets. */
final class Hub implements AutoCloseable {

    private final Store store;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final RuleSetInForce inForce = new RuleSetInForce();
    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));

    final Judgements judgements;
    final Reading reading;
    final LegalHolds holds;
    final Erasing erasing;
    final Erasures erasures;
    final SubjectAccess access;

    /** Those who keep something elsewhere, for a test that has some. */
    final List<Forgets> forgetful = new ArrayList<>();

    private Hub(Path folder) {
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        trail = Trails.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        inForce.activate(ActiveRules.ruleSet(), Instant.parse("2026-01-01T00:00:00Z"));
        reading = new Reading(trail, pseudonyms, clock);
        holds = new LegalHolds(trail, pseudonyms, clock);
        erasing = new Erasing(
                store.database(),
                trail,
                Trails.keys(store.database()),
                (entry, decisionId) -> ActEntries.belongs(entry, decisionId, pseudonyms),
                erased -> forgetful.forEach(one -> one.forget(erased)));
        erasures = new Erasures(trail, erasing, pseudonyms, clock);
        access = new SubjectAccess(inForce, reading);
        judgements = new Judgements(inForce, trail, pseudonyms, clock);
    }

    static Hub in(Path folder) {
        return new Hub(folder);
    }

    Hub at(String instant) {
        clock.at(Instant.parse(instant));
        return this;
    }

    /** What a contact at 10 o'clock of a day in March 2026 is decided on. */
    JsonNode contact(String reference, int dayOfMarch, String observations) throws Exception {
        return contact(reference, dayOfMarch, "\"ageYears\": 14", observations);
    }

    JsonNode contact(String reference, int dayOfMarch, String person, String observations) throws Exception {
        byte[] body = """
                {"assessmentId": "%s-%d", "sourceSystem": "test", "assessedAt": "2026-03-%02dT10:00:00Z",
                 "youngPerson": {"reference": "%s", "area": "sefton", %s},
                 "observations": [%s]}
                """.formatted(reference, dayOfMarch, dayOfMarch, reference, person, observations)
                .getBytes(StandardCharsets.UTF_8);
        at("2026-03-%02dT10:00:01Z".formatted(dayOfMarch));
        return Json.read(screening().screen(body, "screener").decision());
    }

    Screening screening() {
        return screening(new Engine("test", "test"));
    }

    Screening screening(Engine engine) {
        return new Screening(inForce, trail, pseudonyms, clock, engine);
    }

    /** Puts other rules in force. */
    void activate(RuleSet ruleSet) {
        inForce.activate(ruleSet, clock.instant());
    }

    MongoDatabase database() {
        return store.database();
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    Clock clock() {
        return clock;
    }

    ListedDecisions listedDecisions() {
        return new ListedDecisions(new Clocks(inForce, trail, pseudonyms, clock));
    }

    Trail trail() {
        return trail;
    }

    /** Replays over this hub's trail, or over one that pretends to be it. */
    Replays replays(Trail over, RuleSetVersions versions) {
        return new Replays(inForce, new PastVersions(versions, 1), over, pseudonyms);
    }

    String recordsTrail(String reference, String actor, String reason) {
        return records().trail(new PersonKey("sefton", reference), Visitor.everywhere(actor, reason));
    }

    Records records() {
        return new Records(
                trail,
                reading,
                explanations(),
                replays(trail, hash -> Optional.empty()),
                new Clocks(inForce, trail, pseudonyms, clock));
    }

    Retention retention(RetentionSchedule schedule) {
        return new Retention(trail, schedule, clock);
    }

    Explanations explanations() {
        return new Explanations(inForce, new PastVersions(hash -> Optional.empty(), 1), trail);
    }

    JsonNode decision(JsonNode decision) {
        return Json.read(shown(decision));
    }

    String shown(JsonNode decision) {
        // As those see it who look at it in the course of the test: no reading of its own.
        return DecisionFile.find(trail, id(decision)).orElseThrow().shown();
    }

    JsonNode trail(String reference) {
        List<Object> entries = new ArrayList<>();
        trail.of(pseudonyms.person("sefton", reference)).forEach(entry -> entries.add(Records.shown(entry)));
        return Json.read(Json.write(entries));
    }

    JsonNode clocks(String reference) {
        return Json.read(new Clocks(inForce, trail, pseudonyms, clock).of(new PersonKey("sefton", reference)))
                .path("clocks");
    }

    /** The outcome that a recorded decision's input and history give now. */
    String outcomeAgain(JsonNode decision) {
        Entry entry = trail.byDecision(id(decision)).orElseThrow();
        AssessmentReader reader = new AssessmentReader(ActiveRules.ruleSet().catalogue());
        Assessment assessment =
                reader.reread(entry.content().get(EntryContent.ASSESSMENT)).assessment();
        List<String> ids = new ArrayList<>();
        Json.read(entry.content().get(EntryContent.HISTORY)).forEach(id -> ids.add(id.asString()));
        List<Assessment> history = Contacts.about(assessment, new People(trail, pseudonyms), reader)
                .in(ids);
        return Json.write(ActiveRules.screener().screen(assessment, history));
    }

    static String id(JsonNode decision) {
        return decision.path("decisionId").asString();
    }

    static byte[] json(String document) {
        return document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        store.close();
    }
}
