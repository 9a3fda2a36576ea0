package org.waymark.ruleset.safety;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Screens every combination of the values of a few aspects at every age, beside what else is said, and holds each
 * result against those that it must be at least. Belongs to one thread.
 */
final class Cube {

    /**
     * Of so many breaches it is looked up which rules are to blame; it takes long where a rule set breaks a promise
     * almost everywhere, and then the first show what to mend.
     */
    private static final int MOST_TRACED = 2_000;

    private final ValueSpace space;
    private final Strength strength;
    private final Shortcut shortcut;
    private final Tried tried;
    private final AgeClass[] ages;
    private final AgeClass.Step[] ageSteps;

    private Aspect[] aspects = new Aspect[0];
    private int[] values = new int[0];
    private int free;
    private Passage[][] results = new Passage[0][];

    Cube(Passages passages, Tried tried) {
        this.space = passages.space();
        this.strength = space.strength();
        this.shortcut = new Shortcut(passages);
        this.tried = tried;
        this.ages = space.ages().toArray(AgeClass[]::new);
        this.ageSteps = space.ageSteps().toArray(AgeClass.Step[]::new);
    }

    /** Screens all combinations of these aspects, where nothing else is said. */
    void screen(Aspect... some) {
        screen(some, new int[some.length], some.length);
    }

    /**
     * Screens all combinations of the first aspects beside fixed values of the others.
     *
     * @param all the aspects of which something is said, those that vary first
     * @param fixed their values; of those that vary it does not matter
     */
    void screen(Aspect[] all, int[] fixed, int varying) {
        aspects = all;
        values = fixed.clone();
        free = varying;
        int cells = 1;
        for (int i = 0; i < free; i++) {
            cells *= aspects[i].size();
        }
        results = new Passage[ages.length][cells];
        for (int age = 0; age < ages.length; age++) {
            for (int cell = 0; cell < cells; cell++) {
                goTo(cell);
                Passage passage = shortcut.screen(ages[age], aspects, values);
                results[age][cell] = passage;
                if (!passage.brokenPromises().isEmpty()) {
                    broken(passage, age);
                }
            }
        }
        tried.cases((long) ages.length * cells);
        compareAlongAspects(cells);
        compareAlongAges(cells);
    }

    /** Sets the values to those of a cell, the first aspect changing fastest. */
    private void goTo(int cell) {
        int left = cell;
        for (int i = 0; i < free; i++) {
            values[i] = left % aspects[i].size();
            left /= aspects[i].size();
        }
    }

    private void broken(Passage passage, int age) {
        Situation situation = Situation.of(age, aspects, values);
        for (Promise promise : passage.brokenPromises()) {
            tried.add(new Breach(new Breach.About(promise, Breach.About.NOTHING, 0, 0), null, situation), List.of());
        }
    }

    private void compareAlongAspects(int cells) {
        int stride = 1;
        for (int i = 0; i < free; i++) {
            for (Step step : aspects[i].steps()) {
                int across = (step.to() - step.from()) * stride;
                for (int cell = 0; cell < cells; cell++) {
                    if (cell / stride % aspects[i].size() == step.from()) {
                        compare(cell, cell + across, i, step);
                    }
                }
            }
            stride *= aspects[i].size();
        }
    }

    private void compare(int from, int to, int aspect, Step step) {
        for (int age = 0; age < ages.length; age++) {
            Passage before = results[age][from];
            Passage after = results[age][to];
            if (before == after) {
                continue;
            }
            long lost = strength.lost(before.result(), after.result(), step.settles());
            if (lost != 0) {
                Breach.About about = new Breach.About(step.promise(), aspects[aspect].number(), step.from(), step.to());
                lost(about, lost, age, from, age, to);
            }
        }
    }

    private void compareAlongAges(int cells) {
        for (AgeClass.Step step : ageSteps) {
            for (int cell = 0; cell < cells; cell++) {
                Passage before = results[step.from()][cell];
                Passage after = results[step.to()][cell];
                long lost = strength.lost(
                        step.enforcementApart() ? before.apartFromEnforcement() : before.result(),
                        after.result(),
                        false);
                if (lost != 0) {
                    Breach.About about = new Breach.About(
                            Promise.UNKNOWN_AGE_AT_LEAST_ANY_AGE, Breach.About.AGE, step.from(), step.to());
                    lost(about, lost, step.from(), cell, step.to(), cell);
                }
            }
        }
    }

    private void lost(Breach.About about, long lost, int ageBefore, int before, int ageAfter, int after) {
        Breach breach = new Breach(about, at(ageBefore, before), at(ageAfter, after));
        List<Integer> culprits =
                tried.breaches() < MOST_TRACED ? culprits(lost, ageBefore, before, ageAfter, after) : List.of();
        tried.add(breach, culprits);
    }

    /** The rules that gave what is lost and fell silent. */
    private List<Integer> culprits(long lost, int ageBefore, int before, int ageAfter, int after) {
        goTo(before);
        boolean[] firedBefore = shortcut.fired(ages[ageBefore], aspects, values).clone();
        goTo(after);
        boolean[] firedAfter = shortcut.fired(ages[ageAfter], aspects, values);
        return IntStream.range(0, firedBefore.length)
                .filter(rule -> firedBefore[rule] && !firedAfter[rule])
                .filter(rule -> (strength.alone(space.rules().get(rule).rule().conclusions()) & lost) != 0)
                .boxed()
                .toList();
    }

    private Situation at(int age, int cell) {
        goTo(cell);
        return Situation.of(age, aspects, values);
    }

    /** Everything that was tried. */
    Tried tried() {
        return tried;
    }
}
