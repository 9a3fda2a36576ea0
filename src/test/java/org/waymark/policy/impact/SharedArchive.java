package org.waymark.policy.impact;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.waymark.assessment.Json;
import org.waymark.policy.TwoVersions;
import org.waymark.ruleset.RuleFiles;
import org.waymark.trail.Erasure;
import org.waymark.trail.Pseudonyms;

/** An archive that several nodes work on, in one process: each has its own rule sets and its own threads. */
public final class SharedArchive implements AutoCloseable {

    private static final Duration NEVER = Duration.ofHours(1);

    private final RecordedArchive archive;

    private SharedArchive(RecordedArchive archive) {
        this.archive = archive;
    }

    /** Of so many contacts, under rules of two lines. */
    public static SharedArchive small(Path folder, int contacts) throws Exception {
        return of(folder, contacts, ResumedAnalysisTest.missingWithin(40), ResumedAnalysisTest.missingWithin(20));
    }

    /** Of so many contacts, under the repository's rules. */
    public static SharedArchive real(Path folder, int contacts) throws Exception {
        TwoVersions versions = TwoVersions.real();
        return of(folder, contacts, versions.first(), versions.second());
    }

    private static SharedArchive of(Path folder, int contacts, RuleFiles first, RuleFiles second) throws Exception {
        RecordedArchive archive = new RecordedArchive(folder, first, second);
        archive.record(contacts, 100);
        return new SharedArchive(archive);
    }

    /** Does pieces, on a node of its own. */
    public Rescreening worker() {
        return archive.node().rescreening();
    }

    /**
     * The same, counting.
     *
     * @param rulesRead how often it read a rule set, which it does for the first piece of an analysis
     */
    public Rescreening worker(AtomicInteger rulesRead) {
        OneNode node = archive.node();
        return new OneNode(
                        node.database(),
                        node.trail(),
                        node.pseudonyms(),
                        hash -> {
                            rulesRead.incrementAndGet();
                            return node.versions().apply(hash);
                        },
                        node.inForce(),
                        node.ceilings())
                .rescreening();
    }

    /** One that has every piece done by others. */
    public Leader leader(Post post, int pieceEntries) {
        return leader(post, pieceEntries, NEVER, RecordedArchive.CLOCK);
    }

    /** One that comes when whoever led before was given up for lost. */
    public Leader laterLeader(Post post, int pieceEntries) {
        return leader(
                post,
                pieceEntries,
                NEVER,
                Clock.offset(RecordedArchive.CLOCK, ImpactAnalyses.ABANDONED_AFTER.plusSeconds(1)));
    }

    Leader leader(Post post, int pieceEntries, Duration overdue, Clock clock) {
        return new Leader(archive.node()
                .analyses(
                        clock,
                        pieceEntries,
                        one -> new WorkersElsewhere(
                                post, archive.node().findings(), new WorkersHere(one::take), overdue)));
    }

    /** One that does everything itself. */
    public Leader alone(int pieceEntries) {
        return new Leader(
                archive.node().analyses(RecordedArchive.CLOCK, pieceEntries, one -> new WorkersHere(one::take)));
    }

    /** What an analysis of one thread that adds up everything in one piece reports. */
    public String expected() throws Exception {
        try (Leader alone = alone(Integer.MAX_VALUE)) {
            return alone.report(alone.start());
        }
    }

    /** A node that leads analyses. */
    public final class Leader implements AutoCloseable {

        final ImpactAnalyses analyses;

        private Leader(ImpactAnalyses analyses) {
            this.analyses = analyses;
        }

        public String start() {
            return archive.start(analyses);
        }

        /** Asks everything under the rules in force alone. */
        String startOfOneRuleSet() {
            return analyses.start(archive.first.hash(), ImpactFilter.ALL, "policy")
                    .map(Analysis::id)
                    .orElseThrow();
        }

        public String report(String id) throws InterruptedException {
            return RecordedArchive.report(analyses, id);
        }

        public void cancel(String id) {
            analyses.cancel(id);
        }

        public void resume() {
            analyses.resume();
        }

        /** Looks after what is left, as each node does again and again; how much is left of analyses that ended. */
        public int left() throws InterruptedException {
            for (int look = 0; look < 500 && kept() > 0; look++) {
                analyses.resume();
                Thread.sleep(10);
            }
            return kept();
        }

        /** Forgets a case, by the name that reports give it. */
        void forget(String reference) {
            Pseudonyms pseudonyms = archive.pseudonyms();
            String[] parts = reference.split("[/ ]");
            analyses.forget(new Erasure.Done(
                    "erasure-of-" + reference,
                    pseudonyms.person(parts[0], parts[1]),
                    false,
                    Set.of(pseudonyms.submission(parts[0], parts[2], parts[3]))));
        }

        @Override
        public void close() {
            analyses.close();
        }
    }

    private List<Document> findings() {
        MongoDatabase database = archive.store.database();
        return database.getCollection("rescreening-findings").find().into(new ArrayList<>());
    }

    /** How many pieces something is kept of. */
    public int kept() {
        return findings().size();
    }

    /** All that is kept of pieces: sums, or changed cases. */
    String kept(String field) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Document one : findings()) {
            byte[] packed = one.get(field, Binary.class).getData();
            try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                all.append(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** The names of the cases that a report lists. */
    static List<String> listed(String report) {
        return Json.read(report)
                .path("changed")
                .valueStream()
                .map(one -> one.path("reference").asString())
                .toList();
    }

    @Override
    public void close() {
        archive.close();
    }
}
