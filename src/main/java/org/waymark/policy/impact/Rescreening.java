package org.waymark.policy.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.assessment.AssessmentReader;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.policy.impact.Tally.Changed;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;

/**
 * Does pieces of analyses: what is recorded about some people until a moment, asked under two rule sets. What is found
 * follows from these alone, so it is the same whoever does a piece, and however often. Safe for many threads.
 */
public final class Rescreening {

    /** Rule sets are read again for every analysis but the latest few. */
    private static final int ASKED_AT_ONCE = 4;

    private final AnalysisStore store;
    private final Findings findings;
    private final Archive archive;
    private final Function<String, Optional<RuleFiles>> versions;
    private final Pseudonyms pseudonyms;
    private final Ceilings ceilings;
    private final Map<String, Asked> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > ASKED_AT_ONCE;
        }
    };

    /** What an analysis asks, and of what. */
    record Asked(ImpactAnalysis questions, Archive.Reading reading) {}

    /**
     * @param versions the files of each version of the rules, by hash
     */
    Rescreening(
            AnalysisStore store,
            Findings findings,
            Archive archive,
            Function<String, Optional<RuleFiles>> versions,
            Pseudonyms pseudonyms,
            Ceilings ceilings) {
        this.store = store;
        this.findings = findings;
        this.archive = archive;
        this.versions = versions;
        this.pseudonyms = pseudonyms;
        this.ceilings = ceilings;
    }

    /**
     * Does a piece, and keeps what was found before it returns. One that was done already is not done again, and one of
     * an analysis that runs no more is left.
     *
     * @throws org.waymark.trail.TrailUnavailable where the store does not answer; then it is to be done again
     * @throws IllegalStateException where a rule set is lost
     */
    public void take(Piece piece) {
        Optional<Analysis> running = store.find(piece.analysis()).filter(one -> one.state() == State.RUNNING);
        if (running.isPresent()) {
            if (!findings.isKept(piece)) {
                findings.keep(piece, found(asked(running.get()), piece));
            }
            // Whoever erased a case while it was asked did not see what is kept now.
            forgetIn(piece);
        }
    }

    private static Tally found(Asked asked, Piece piece) {
        Tally tally = asked.questions().empty();
        asked.reading().people(piece.people(), batch -> asked.questions().ask(batch, tally));
        return tally;
    }

    private void forgetIn(Piece piece) {
        List<Forgotten> gone = store.forgotten().stream()
                .filter(one -> Piece.numberOf(new Person(one.person()), piece.of()) == piece.number())
                .toList();
        if (!gone.isEmpty()) {
            findings.forget(piece.id(), changed -> gone.stream().anyMatch(one -> covers(one, changed)));
        }
    }

    /** Takes the rows of what is erased out of all that was found. */
    void forget(Forgotten one) {
        findings.forget(new Person(one.person()), changed -> covers(one, changed));
    }

    private boolean covers(Forgotten one, Changed changed) {
        return one.covers(changed.one().reference(), pseudonyms);
    }

    /** The questions of an analysis. */
    Asked asked(Analysis one) {
        synchronized (latest) {
            Asked known = latest.get(one.id());
            if (known == null) {
                known = read(one);
                latest.put(one.id(), known);
            }
            return known;
        }
    }

    private Asked read(Analysis one) {
        CheckedRules before = rules(one.against());
        CheckedRules after = one.candidate().equals(one.against()) ? before : rules(one.candidate());
        ImpactAnalysis questions = one.lookBack()
                ? ImpactAnalysis.lookingBack(before.asked(), after.asked(), pseudonyms)
                : ImpactAnalysis.ofRecorded(before.asked(), after.asked(), ceilings, pseudonyms);
        Archive.Scope scope = new Archive.Scope(one.filter(), one.until(), one.lookBack() ? one.candidate() : null);
        return new Asked(questions, archive.open(reader(before, after), scope));
    }

    /** Factors are only ever added, so of two catalogues the larger one reads what either rule set recorded. */
    private static AssessmentReader reader(CheckedRules before, CheckedRules after) {
        boolean more = after.catalogue().factors().size()
                > before.catalogue().factors().size();
        return new AssessmentReader(more ? after.catalogue() : before.catalogue());
    }

    /** A version of the rules, as it was checked when it was stored. */
    CheckedRules rules(String hash) {
        RuleFiles files = versions.apply(hash)
                .orElseThrow(() -> new IllegalStateException("the files of the rule set " + hash + " are lost"));
        try {
            return RuleSetReader.check(files);
        } catch (RuleSetRejected rejected) {
            throw new IllegalStateException(rejected.describe(), rejected);
        }
    }

    /** Whether there is such a version. */
    boolean knows(String hash) {
        return versions.apply(hash).isPresent();
    }
}
