package org.waymark.policy.impact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.EntriesInBulk;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.Trails;

/** An embedded store with many contacts in it, and two versions of the rules of which the first is in force. */
final class RecordedArchive implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-04-20T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final long SEED = 20_260_420;

    final RuleFiles first;
    final RuleFiles second;
    final Store store;
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final RuleSetInForce inForce = new RuleSetInForce();

    RecordedArchive(Path folder, RuleFiles first, RuleFiles second) {
        this.first = first;
        this.second = second;
        this.store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
        this.trail = Trails.in(store.database());
        this.pseudonyms = Pseudonyms.open(folder.resolve("keys/pseudonym.key"), store.database());
        inForce.activate(checked(first).asked(), NOW);
    }

    static CheckedRules checked(RuleFiles files) {
        return CheckedRulesOfThisRepository.read(files);
    }

    ManyContacts contacts() {
        return new ManyContacts(checked(first).catalogue(), SEED);
    }

    /** Records so many contacts, with so many characters for each decision; how many young people they are about. */
    int record(int contacts, int decisionSize) throws Exception {
        String decision = "{\"filler\":\"" + "x".repeat(decisionSize) + "\"}";
        return contacts().record(contacts, "YP-", new EntriesInBulk(store.database()), pseudonyms, decision, NOW);
    }

    /** Records contacts about other young people, after everything else. */
    void recordLater(int contacts) throws Exception {
        new ManyContacts(checked(first).catalogue(), SEED + 1)
                .record(contacts, "LATER-", new EntriesInBulk(store.database()), pseudonyms, "{}", NOW.plusSeconds(1));
    }

    /** A node that serves it. */
    OneNode node() {
        return new OneNode(
                store.database(),
                trail,
                pseudonyms,
                hash -> List.of(first, second).stream()
                        .filter(files -> files.hash().equals(hash))
                        .findFirst(),
                inForce,
                Ceilings.NONE);
    }

    ImpactAnalyses analyses() {
        return node().analyses(CLOCK);
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** Starts an analysis of the second version on all that is recorded. */
    String start(ImpactAnalyses analyses) {
        return analyses.start(second.hash(), ImpactFilter.ALL, "policy")
                .map(Analysis::id)
                .orElseThrow();
    }

    /** The report of an analysis, once it has ended. */
    static String report(ImpactAnalyses analyses, String id) throws InterruptedException {
        Optional<Analysis> now = analyses.analysis(id);
        while (now.orElseThrow().state() == State.RUNNING) {
            Thread.sleep(20);
            now = analyses.analysis(id);
        }
        return analyses.report(id).orElseThrow(() -> new AssertionError("there is no report of " + id));
    }

    @Override
    public void close() {
        store.close();
    }
}
