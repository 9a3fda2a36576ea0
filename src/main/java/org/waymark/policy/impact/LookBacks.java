package org.waymark.policy.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.policy.Ledger;
import org.waymark.policy.Ledger.Activation;
import org.waymark.policy.Ledger.InForce;
import org.waymark.policy.PolicyLog;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis.State;
import org.waymark.ruleset.RuleSetInForce;

/**
 * The look-back of each activation: everything that was recorded until it took hold, asked under the version before it
 * and under the one that is in force now. Decisions that may still be open and that would be higher now are listed, to be
 * looked at again. Each is an impact analysis that runs in the background and goes on after a stop.
 */
public final class LookBacks {

    /** Who starts them. */
    static final String SYSTEM = "system";

    /** So long after its moment every node serves a version, and what was begun on the one before it is recorded. */
    static final Duration SETTLED = Duration.ofSeconds(30);

    /**
     * What is to be looked at, for one area that an activation names.
     *
     * @param id the same on every node, so that it is looked at once
     * @param area as the activation names it, {@code *} for those without a version of their own
     * @param before the hash of the version that was in force there before
     * @param activated the hash of the version that took its place
     * @param from when it did
     */
    record Plan(String id, String area, String before, String activated, ImpactFilter filter, Instant from) {

        /** What was recorded later is not looked at. */
        Instant until() {
            return from.plus(SETTLED);
        }
    }

    /** A look-back of one area. {@code waiting} stands for the state of one that is not started yet. */
    public record Progress(String area, String state) {}

    /**
     * What is known of the look-back of a version's latest activation.
     *
     * @param complete whether no more reviews can come
     */
    public record Reviews(boolean complete, List<Progress> lookBacks, List<ReviewRecommendation> reviews) {}

    private final PolicyLog log;
    private final ImpactAnalyses analyses;
    private final Set<Long> started = new HashSet<>();

    LookBacks(PolicyLog log, ImpactAnalyses analyses) {
        this.log = log;
        this.analyses = analyses;
    }

    /** Starts what is due and was not started yet. Called again and again, on every node, by one thread at a time. */
    synchronized void look(Instant now) {
        Ledger ledger = log.read();
        for (Activation activation : ledger.activations(now.minus(SETTLED))) {
            if (!started.contains(activation.sequence())) {
                plans(ledger, activation).forEach(analyses::start);
                started.add(activation.sequence());
            }
        }
    }

    /** The first version of all has none before it, and one that was in force already makes nothing higher. */
    private static List<Plan> plans(Ledger ledger, Activation activation) {
        Map<String, InForce> before = ledger.before(activation);
        Set<String> withTheirOwn = new TreeSet<>(before.keySet());
        withTheirOwn.addAll(activation.areas());
        withTheirOwn.remove(RuleSetInForce.EVERYWHERE);
        List<Plan> plans = new ArrayList<>();
        for (String area : activation.areas()) {
            boolean everywhere = area.equals(RuleSetInForce.EVERYWHERE);
            Optional.ofNullable(before.getOrDefault(area, before.get(RuleSetInForce.EVERYWHERE)))
                    .filter(was -> !was.hash().equals(activation.hash()))
                    .ifPresent(was -> plans.add(new Plan(
                            "look-back-" + activation.sequence() + "-" + (everywhere ? "everywhere" : area),
                            area,
                            was.hash(),
                            activation.hash(),
                            everywhere
                                    ? ImpactFilter.ALL.leavingOut(withTheirOwn)
                                    : new ImpactFilter(null, null, area, null),
                            activation.from())));
        }
        return plans;
    }

    /**
     * Past decisions that may still be open and that a version would make higher: for each area by its latest activation
     * there.
     *
     * @return complete and empty where it was never in force, or no other was before it
     */
    public Reviews of(Version version, Instant now) {
        Ledger ledger = log.read();
        Map<String, Plan> byArea = new TreeMap<>();
        ledger.activations(now).stream()
                .filter(one -> one.hash().equals(version.hash()))
                .flatMap(one -> plans(ledger, one).stream())
                .forEach(plan -> byArea.put(plan.area(), plan));
        List<Progress> progress = new ArrayList<>();
        List<ReviewRecommendation> reviews = new ArrayList<>();
        boolean complete = true;
        for (Plan plan : byArea.values()) {
            Optional<State> state = analyses.analysis(plan.id()).map(Analysis::state);
            progress.add(new Progress(plan.area(), state.map(State::code).orElse("waiting")));
            complete &= state.filter(one -> one == State.DONE).isPresent();
            reviews.addAll(analyses.reviews(plan.id(), plan.from()));
        }
        return new Reviews(complete, progress, reviews);
    }
}
