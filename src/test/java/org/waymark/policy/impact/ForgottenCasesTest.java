package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.Erasure;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;
import org.waymark.trail.Trails;

/** No report lists a case that is erased, however its numbers are written. */
class ForgottenCasesTest {

    @TempDir
    Path folder;

    private Pseudonyms pseudonyms;

    private static String report(String... references) {
        StringBuilder changed = new StringBuilder();
        for (String reference : references) {
            changed.append(changed.isEmpty() ? "" : ",")
                    .append("{\"reference\":\"")
                    .append(reference)
                    .append("\",\"direction\":\"lower\"}");
        }
        return "{\"totals\":{\"contacts\":9},\"changed\":[" + changed + "]}";
    }

    private Erasure.Done erasure(String id, String reference, boolean whole, String... assessments) {
        Set<Submission> submissions = new LinkedHashSet<>();
        for (String one : assessments) {
            submissions.add(pseudonyms.submission("sefton", "a/b c", one));
        }
        return new Erasure.Done(id, pseudonyms.person("sefton", reference), whole, submissions);
    }

    @Test
    void casesGoByPersonAndByContactAndFromReportsThatAreHalfDoneToo() {
        try (Store opened = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            MongoDatabase database = opened.database();
            pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), database);
            AnalysisStore store = new AnalysisStore(database);
            try (ImpactAnalyses analyses = new OneNode(
                            database,
                            Trails.in(database),
                            pseudonyms,
                            hash -> Optional.empty(),
                            new RuleSetInForce(),
                            Ceilings.of(""))
                    .analyses(Clock.systemUTC())) {
                String other = "sefton/CHRIS a/b c/M 1";
                String first = "sefton/CHRIS 2/x a/b c/M 1";
                String second = "sefton/CHRIS 2/x a/b c/M/2";
                for (String id : Set.of("done", "running")) {
                    store.add(
                            new Analysis(
                                    id,
                                    "policy",
                                    Instant.EPOCH,
                                    "c",
                                    "a",
                                    ImpactFilter.ALL,
                                    Instant.EPOCH,
                                    false,
                                    State.RUNNING,
                                    0,
                                    0,
                                    null,
                                    null),
                            Instant.EPOCH);
                    store.keep(id, report(other, first, second));
                }
                store.end("done", State.DONE, null, Instant.EPOCH);
                database.getCollection("impact-reports")
                        .insertOne(new Document("_id", "broken:0")
                                .append("text", new Binary("{\"changed".getBytes(StandardCharsets.UTF_8))));

                analyses.forget(erasure("1", "CHRIS 2/x", false, "M 1"));
                assertThat(text(database, "done")).isEqualTo(report(other, second));
                analyses.forget(erasure("2", "CHRIS", true, "M 1", "tried"));
                analyses.forget(erasure("2", "CHRIS", true, "M 1", "tried"));
                assertThat(text(database, "done")).isEqualTo(report(second));
                assertThat(text(database, "running")).isEqualTo(report(second));
                assertThat(analyses.finding("done").orElseThrow().downgraded()).hasSize(1);
                assertThat(database.getCollection("impact-forgotten").countDocuments())
                        .isEqualTo(2);
            }
        }
    }

    private static String text(MongoDatabase database, String id) {
        Document part = database.getCollection("impact-reports")
                .find(new Document("_id", id + ":0"))
                .first();
        return new String(part.get("text", Binary.class).getData(), StandardCharsets.UTF_8);
    }
}
