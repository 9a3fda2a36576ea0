package org.waymark.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Stage;

/**
 * One case's way through the four stages: takes what the rules gave at each, lets the guards act on it, and says what
 * the rules of the next stage may read. It knows nothing of how the rules were asked. Belongs to one thread.
 */
public final class Course {

    private final Manifest manifest;
    private final Collection<RecommendedCondition> recommendable;
    private final Circumstances circumstances;
    private final boolean guarded;
    private final List<Firing> firings = new ArrayList<>();
    private final Set<Pathway> removed = EnumSet.noneOf(Pathway.class);

    private Course(
            Manifest manifest,
            Collection<RecommendedCondition> recommendable,
            Circumstances circumstances,
            boolean guarded) {
        this.manifest = manifest;
        this.recommendable = recommendable;
        this.circumstances = circumstances;
        this.guarded = guarded;
    }

    /**
     * Opens a course.
     *
     * @param recommendable the results of earlier stages that some rule asks about
     */
    public static Course of(
            Manifest manifest, Collection<RecommendedCondition> recommendable, Circumstances circumstances) {
        return new Course(manifest, recommendable, circumstances, true);
    }

    /** A course on which no guard acts: what the rules alone come to. For proofs about rules, never for a decision. */
    public static Course unguarded(
            Manifest manifest, Collection<RecommendedCondition> recommendable, Circumstances circumstances) {
        return new Course(manifest, recommendable, circumstances, false);
    }

    /** Takes what the rules of a stage gave, and returns what the rules of the next one may read. */
    public List<Recommended> after(Stage stage, Collection<Firing> fired) {
        firings.addAll(fired);
        if (guarded) {
            guard(stage);
        }
        return recommended();
    }

    /** Lets the last guards act, when every rule has been asked. */
    public void end() {
        if (guarded) {
            lastGuards();
        }
    }

    private void guard(Stage stage) {
        switch (stage) {
            case STATUTORY -> nrmBesideSafeguarding();
            case EARLY_HELP -> respectRefusal();
            case ENFORCEMENT -> limitEnforcement();
            case HOLDS -> {}
        }
    }

    private void nrmBesideSafeguarding() {
        Verdict verdict = verdict();
        Verdict.Path safeguarding = verdict.pathways().get(Pathway.SAFEGUARDING);
        boolean soonEnough = safeguarding != null && safeguarding.urgency().isAtLeast(Urgency.ONE_WORKING_DAY);
        if (verdict.actions().containsKey(Action.NRM_REFERRAL) && !soonEnough) {
            firings.add(Guard.NRM_BESIDE_SAFEGUARDING.firing(List.of()));
        }
    }

    /** Early help is an offer: a family that turned it down is not referred to it. Not asked is not refused. */
    private void respectRefusal() {
        if (circumstances.earlyHelpRefused()) {
            removed.add(Pathway.EARLY_HELP);
        }
    }

    private void limitEnforcement() {
        Optional<Urgency> considered = Optional.ofNullable(verdict().pathways().get(Pathway.ENFORCEMENT))
                .map(Verdict.Path::urgency);
        if (circumstances.under10()) {
            removed.add(Pathway.ENFORCEMENT);
            if (considered.isPresent() || !circumstances.policeFacts().isEmpty()) {
                firings.add(Guard.NO_ENFORCEMENT_UNDER_10.firing(circumstances.policeFacts()));
            }
        }
        if (!circumstances.ageKnown()) {
            // Enforcement needs a known age; what its rules give beside it does not.
            removed.add(Pathway.ENFORCEMENT);
        }
        if (considered.isPresent()
                && !circumstances.adult()
                && Pathway.WELFARE.stream().noneMatch(verdict()::has)) {
            removed.add(Pathway.ENFORCEMENT);
            firings.add(Guard.enforcementAlone(considered.get()));
        }
    }

    private void lastGuards() {
        nrmBesideSafeguarding();
        if (verdict().pathways().isEmpty() && !circumstances.immediateHarm().isEmpty()) {
            firings.add(Guard.IMMEDIATE_HARM_NEVER_UNIVERSAL.firing(circumstances.immediateHarm()));
        }
        if (circumstances.adult()) {
            firings.add(Guard.ADULT.firing(List.of()));
        }
    }

    private List<Recommended> recommended() {
        Verdict verdict = verdict();
        return recommendable.stream()
                .filter(condition -> meets(verdict.pathways().get(condition.pathway()), condition))
                .map(RecommendedCondition::fact)
                .toList();
    }

    private boolean meets(Verdict.@Nullable Path path, RecommendedCondition condition) {
        if (path == null || !path.urgency().isAtLeast(condition.urgency())) {
            return false;
        }
        String level = path.level() == null ? manifest.lowestLevel() : path.level();
        return manifest.rank(level) >= manifest.rank(condition.level());
    }

    /** What it comes to, so far or at the end. */
    public Verdict verdict() {
        return new Verdict(manifest, firings, removed);
    }

    /** What fired, the guards included. */
    public List<Firing> firings() {
        return firings;
    }

    /** Whether some rule asked for this pathway and a guard took it away. */
    boolean tookAway(Pathway pathway) {
        return removed.contains(pathway)
                && firings.stream().anyMatch(firing -> firing.conclusions().gives(pathway));
    }
}
