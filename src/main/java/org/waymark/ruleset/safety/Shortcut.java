package org.waymark.ruleset.safety;

import java.util.Arrays;
import java.util.List;
import org.waymark.screening.rule.Stage;

/**
 * Screens a case of the value space without building an assessment, a case file or a fact. Belongs to one thread.
 *
 * <p>It comes to what the screener does, because a rule has no joins: a condition is met by the facts of one aspect, or
 * by a count to which each factor adds on its own. So the conditions that a case meets are the union of those that its
 * values meet alone, which the screener itself has found, and the counts. What the rules give together, and the guards
 * do, {@link Strength} and {@link Passage} explain. It is held against the screener in the tests, and every
 * counterexample is shown to the screener before it is told.
 */
final class Shortcut {

    private final Passages passages;
    private final RuleBits[] rules;
    private final int[][] ofTheirOwn;
    private final List<Tally> tallies;
    private final int stages = Stage.values().length;
    private final long[] certain;
    private final long[] met;
    private final int[] counted;
    private final int[] countedByGuess;
    private final long[] domains;
    private final long[] domainsByGuess;
    private final boolean[] fired;

    Shortcut(Passages passages) {
        ValueSpace space = passages.space();
        this.passages = passages;
        this.rules = space.rules().toArray(RuleBits[]::new);
        this.ofTheirOwn = space.rulesOfTheirOwn();
        this.tallies = space.tallies();
        this.certain = space.conditions().none();
        this.met = space.conditions().none();
        this.counted = new int[tallies.size()];
        this.countedByGuess = new int[tallies.size()];
        this.domains = new long[tallies.size()];
        this.domainsByGuess = new long[tallies.size()];
        this.fired = new boolean[rules.length];
    }

    /**
     * Screens one case.
     *
     * @param values for each aspect the number of its value
     */
    Passage screen(AgeClass age, Aspect[] aspects, int[] values) {
        Passage passage = passages.start(tell(age, aspects, values));
        for (int stage = 0; stage < stages; stage++) {
            passage = passage.after(given(stage, aspects));
            Bits.add(certain, passage.recommended());
            Bits.add(met, passage.recommended());
        }
        return passage;
    }

    /** The same, and which rules fire, in the order of the rule set. */
    boolean[] fired(AgeClass age, Aspect[] aspects, int[] values) {
        Arrays.fill(fired, false);
        Passage passage = passages.start(tell(age, aspects, values));
        for (int stage = 0; stage < stages; stage++) {
            for (int rule = 0; rule < fired.length; rule++) {
                RuleBits one = rules[rule];
                fired[rule] |= one.rule().stage().ordinal() == stage && one.fires(met);
            }
            passage = passage.after(given(stage, aspects));
            Bits.add(certain, passage.recommended());
            Bits.add(met, passage.recommended());
        }
        return fired;
    }

    /** Which rules fired in the case that was asked about last. */
    boolean[] lastFired() {
        return fired;
    }

    private long given(int stage, Aspect[] aspects) {
        long given = given(ofTheirOwn[stage]);
        for (Aspect aspect : aspects) {
            given |= given(aspect.rules()[stage]);
        }
        return given;
    }

    private long given(int[] numbers) {
        long given = 0;
        for (int number : numbers) {
            RuleBits rule = rules[number];
            if (rule.fires(met)) {
                given |= rule.gives(certain);
            }
        }
        return given;
    }

    /** Puts together what the case meets, and returns what the guards look at. */
    private int tell(AgeClass age, Aspect[] aspects, int[] values) {
        AgeClass altered = age;
        int guarded = 0;
        int counting = 0;
        for (int i = 0; i < aspects.length; i++) {
            Contribution said = aspects[i].contributions()[values[i]];
            altered = said.altersAge() ? age.where(aspects[i].number(), values[i]) : altered;
            guarded |= said.guarded();
            counting += said.tallied().length + said.talliedByGuess().length > 0 ? 1 : 0;
        }
        System.arraycopy(altered.met(), 0, certain, 0, certain.length);
        for (int i = 0; i < aspects.length; i++) {
            Bits.remove(certain, aspects[i].contributions()[values[i]].blocked());
        }
        System.arraycopy(certain, 0, met, 0, met.length);
        for (int i = 0; i < aspects.length; i++) {
            Contribution said = aspects[i].contributions()[values[i]];
            Bits.add(certain, said.certain());
            Bits.add(met, said.all());
        }
        if (counting > 1) {
            count(aspects, values);
        }
        return guarded | altered.guarded();
    }

    private void count(Aspect[] aspects, int[] values) {
        for (int i = 0; i < aspects.length; i++) {
            Contribution said = aspects[i].contributions()[values[i]];
            long domain = 1L << aspects[i].domain();
            for (int tally : said.tallied()) {
                counted[tally]++;
                domains[tally] |= domain;
                countedByGuess[tally]++;
                domainsByGuess[tally] |= domain;
            }
            for (int tally : said.talliedByGuess()) {
                countedByGuess[tally]++;
                domainsByGuess[tally] |= domain;
            }
        }
        for (int i = 0; i < aspects.length; i++) {
            Contribution said = aspects[i].contributions()[values[i]];
            settle(said.tallied());
            settle(said.talliedByGuess());
        }
    }

    /** Meets the conditions that the counts reach, and sets the counts back for the next case. */
    private void settle(int[] touched) {
        for (int tally : touched) {
            for (Tally.Line line : tallies.get(tally).lines()) {
                if (counted[tally] >= line.factors() && Long.bitCount(domains[tally]) >= line.domains()) {
                    Bits.set(certain, line.condition());
                }
                if (countedByGuess[tally] >= line.factors() && Long.bitCount(domainsByGuess[tally]) >= line.domains()) {
                    Bits.set(met, line.condition());
                }
            }
            counted[tally] = 0;
            countedByGuess[tally] = 0;
            domains[tally] = 0;
            domainsByGuess[tally] = 0;
        }
    }
}
