package org.waymark.pages.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Areas;
import org.waymark.pages.NoSuchThing;
import org.waymark.policy.Ledger;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactAnalyses;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;

/** Hands the pages what versions of the rules say. What a version says never changes, so what was read is kept. */
@Component
class RulesDesk {

    /** Reading a version takes a second, and people go back and forth between a few. */
    private static final int MOST_KEPT = 6;

    private final Policy policy;
    private final ImpactAnalyses analyses;
    private final Map<String, Reading> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RulesDesk(Policy policy, ImpactAnalyses analyses) {
        this.policy = policy;
        this.analyses = analyses;
    }

    /**
     * What stands in a version.
     *
     * @param book its rules in words
     */
    record Reading(RuleFiles files, CheckedRules rules, BookView book) {}

    Version version(String hash) {
        return policy.ledger().version(hash).orElseThrow(NoSuchThing::new);
    }

    /** What a version says, read once. */
    Reading read(String hash) {
        version(hash);
        synchronized (kept) {
            Reading known = kept.get(hash);
            if (known != null) {
                return known;
            }
        }
        Reading reading = reading(hash);
        synchronized (kept) {
            kept.put(hash, reading);
        }
        return reading;
    }

    private Reading reading(String hash) {
        try {
            RuleFiles files = policy.files(hash);
            CheckedRules rules = RuleSetReader.check(files);
            return new Reading(files, rules, BookView.of(rules));
        } catch (PolicyRefusal unknown) {
            throw new NoSuchThing();
        } catch (RuleSetRejected unreadable) {
            throw new IllegalStateException("a version that was taken in cannot be read any more", unreadable);
        }
    }

    /**
     * The version that this one is compared with: what is in force where no area has its own; for that one itself the
     * version that it was made from.
     */
    @Nullable
    String before(Version version) {
        Ledger.InForce active = policy.ledger().inForce(policy.now()).get(RuleSetInForce.EVERYWHERE);
        return active == null || active.hash().equals(version.hash()) ? version.parent() : active.hash();
    }

    /** The analyses of a version that somebody may see, the newest first; look-backs are told elsewhere. */
    List<Analysis> analyses(String hash, Areas areas) {
        return analyses.all().stream()
                .filter(one -> one.candidate().equals(hash) && !one.lookBack() && sees(areas, one))
                .toList();
    }

    /** One of everything holds the references of everybody, so whoever has fewer areas does not see it. */
    static boolean sees(Areas areas, Analysis analysis) {
        String area = analysis.filter().area();
        return area == null ? areas.all() : areas.has(area);
    }
}
