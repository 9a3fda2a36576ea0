package org.waymark.policy.impact;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/**
 * Impact analyses of one node, put together as the service does.
 *
 * @param versions the files of each version of the rules, by hash
 */
record OneNode(
        MongoDatabase database,
        Trail trail,
        Pseudonyms pseudonyms,
        Function<String, Optional<RuleFiles>> versions,
        RuleSetInForce inForce,
        Ceilings ceilings) {

    Findings findings() {
        return new Findings(database);
    }

    AnalysisStore store() {
        return new AnalysisStore(database);
    }

    Archive archive() {
        return new Archive(trail, pseudonyms);
    }

    Rescreening rescreening() {
        return new Rescreening(store(), findings(), archive(), versions, pseudonyms, ceilings);
    }

    ImpactAnalyses analyses(Clock clock) {
        return analyses(clock, Piece.ENTRIES, one -> new WorkersHere(one::take));
    }

    ImpactAnalyses analyses(Clock clock, int pieceEntries, Function<Rescreening, Workers> workers) {
        Rescreening rescreening = rescreening();
        return new ImpactAnalyses(
                store(),
                findings(),
                rescreening,
                workers.apply(rescreening),
                pieceEntries,
                archive(),
                inForce,
                pseudonyms,
                clock);
    }
}
