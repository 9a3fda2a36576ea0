package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waymark.screening.Course;
import org.waymark.screening.Verdict;
import org.waymark.screening.fact.Recommended;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;

/**
 * How far a case has come through the four stages. What the guards do, and what a later stage may read, follows from
 * what the guards look at and from what the rules of each stage gave together; so a case that has given the same as one
 * before it comes to the same, and the guards' own code is asked only once for all of them. Safe for many threads.
 */
final class Passage {

    private final ValueSpace space;
    private final int guarded;
    private final List<Long> given;
    private final Map<Long, Passage> further = new ConcurrentHashMap<>();
    private final long[] recommended;
    private final long result;
    private final long apartFromEnforcement;
    private final List<Promise> broken;

    private Passage(ValueSpace space, int guarded, List<Long> given) {
        this.space = space;
        this.guarded = guarded;
        this.given = given;
        Course course = Course.of(space.ruleSet().manifest(), space.recommendable(), Circumstance.in(guarded, "any"));
        List<Recommended> told = List.of();
        for (int stage = 0; stage < given.size(); stage++) {
            Stage now = Stage.values()[stage];
            told = course.after(now, firings(now, given.get(stage)));
        }
        this.recommended = space.conditions().met(told, false);
        if (given.size() == Stage.values().length) {
            course.end();
        }
        Verdict verdict = course.verdict();
        this.result = space.strength().of(verdict);
        this.apartFromEnforcement = space.strength().withoutEnforcement(verdict);
        this.broken = broken(space.strength(), guarded, result);
    }

    /** The beginning of every case for which the guards look at this. */
    static Passage start(ValueSpace space, int guarded) {
        return new Passage(space, guarded, List.of());
    }

    private List<Firing> firings(Stage stage, long bits) {
        return space.strength().conclusions(bits).stream()
                .map(conclusions -> Firing.of(standingFor(stage, conclusions), List.of()))
                .toList();
    }

    private static Rule standingFor(Stage stage, Conclusions conclusions) {
        return new Rule("XX-01", "", "", "", List.of(), conclusions, stage, new Place("(search)", 1, 1));
    }

    /**
     * Where the case stands after one more stage.
     *
     * @param given what the rules of that stage gave together, as bits of {@link Strength}
     */
    Passage after(long given) {
        Passage known = further.get(given);
        return known != null ? known : further.computeIfAbsent(given, this::next);
    }

    private Passage next(long more) {
        List<Long> all = new ArrayList<>(this.given);
        all.add(more);
        return new Passage(space, guarded, List.copyOf(all));
    }

    /**
     * The promises about one case by itself that are not kept where the guards look at this and this comes out. The guards
     * hold them whatever the rules say, so that this finds nothing as long as the guards do what they should.
     */
    static List<Promise> broken(Strength strength, int guarded, long result) {
        boolean child = !Circumstance.ADULT.in(guarded);
        boolean noEnforcement = Circumstance.UNDER_10.in(guarded) || !Circumstance.AGE_KNOWN.in(guarded);
        List<Promise> found = new ArrayList<>();
        if (child && strength.isOnlyEnforcement(result)) {
            found.add(Promise.ENFORCEMENT_NEVER_ALONE);
        }
        if (noEnforcement && strength.has(result, Pathway.ENFORCEMENT)) {
            found.add(Promise.NO_ENFORCEMENT_UNDER_10);
        }
        if (strength.hasReferral(result) && !strength.has(result, Pathway.SAFEGUARDING)) {
            found.add(Promise.NRM_BESIDE_SAFEGUARDING);
        }
        if (Circumstance.IMMEDIATE_HARM.in(guarded) && strength.isUniversal(result)) {
            found.add(Promise.IMMEDIATE_HARM_NEVER_UNIVERSAL);
        }
        return List.copyOf(found);
    }

    /** Promises about one case by itself that it does not keep, at the end. */
    List<Promise> brokenPromises() {
        return broken;
    }

    /** The conditions on earlier results that are now met. */
    long[] recommended() {
        return recommended;
    }

    /** What it comes to, as bits of {@link Strength}. */
    long result() {
        return result;
    }

    /** The same without enforcement. */
    long apartFromEnforcement() {
        return apartFromEnforcement;
    }

    /** Adds every result at the end of a case that came this way. */
    void addResults(Set<Long> results) {
        if (given.size() == Stage.values().length) {
            results.add(result);
        }
        further.values().forEach(one -> one.addResults(results));
    }
}
