package org.waymark.cli.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.waymark.access.Caller;
import org.waymark.assessment.SubmissionKey;
import org.waymark.casework.Engine;
import org.waymark.casework.Screening;
import org.waymark.casework.stream.Accounts;
import org.waymark.casework.stream.Bulk;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;
import org.waymark.casework.stream.Submissions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** All of the service that records, over a rule set of one line: it is the load that is tried, not the screening. */
final class SmallHub implements Destination {

    /** As the service is set. */
    private static final int THREADS = 16;

    private final Store store;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final Bulk bulk;

    SmallHub(Path folder) {
        store = Store.open(StoreSettings.embedded(folder.resolve("data")), Clock.systemUTC());
        trail = Trails.in(store.database());
        pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        RuleSetInForce inForce = new RuleSetInForce();
        inForce.activate(SmallRules.of(SmallRules.GOOD).ruleSet(), Instant.parse("2026-01-01T00:00:00Z"));
        Screening screening = new Screening(inForce, trail, pseudonyms, Clock.systemUTC(), new Engine("test", "test"));
        bulk = new Bulk(new Submissions(screening), new Accounts(), THREADS);
    }

    static String assessment(String id, int person) {
        return """
                {"assessmentId": "%s", "sourceSystem": "load-test", "assessedAt": "2026-03-11T10:30:00Z",\
                 "youngPerson": {"reference": "P-%d", "ageYears": 14, "area": "sefton"},\
                 "observations": [{"factor": "going-missing", "answer": "yes", "dates": ["2026-03-06"]}]}""".formatted(id, person);
    }

    /** How many entries the trail has. */
    long entries() {
        return store.database().getCollection("trail").estimatedDocumentCount();
    }

    boolean has(String assessmentId) {
        SubmissionKey key = new SubmissionKey("sefton", "load-test", assessmentId);
        return trail.bySubmission(pseudonyms.submission(key.area(), key.sourceSystem(), key.assessmentId()))
                .isPresent();
    }

    /** Loads as the command does; the exit code. */
    int load(Path file) throws IOException, InterruptedException {
        return load(file, new StringWriter());
    }

    int load(Path file, Writer told) throws IOException, InterruptedException {
        try (Stop stop = Stop.listening()) {
            return new Loads(List.of(file), null, Path.of("rules"), null, null)
                    .into(this, stop, new PrintWriter(told, true));
        }
    }

    @Override
    public String name() {
        return "a small hub";
    }

    @Override
    public Ending send(LineSource source, LineSink sink) throws IOException, InterruptedException {
        return bulk.run(source, Caller.everywhere("loader"), sink);
    }

    @Override
    public void close() {
        bulk.stop();
        store.close();
    }
}
