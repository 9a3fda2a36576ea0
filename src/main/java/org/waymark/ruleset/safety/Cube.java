package org.waymark.ruleset.safety;

import java.util.Optional;
import org.waymark.screening.pathway.Pathway;

/**
 * Screens every combination of the values of a few aspects at every age, beside what else is said, and holds each
 * result against those that it must be at least. Belongs to one thread.
 */
final class Cube {

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

    Cube(Shortcut.Shared shared, Tried tried) {
        this.space = shared.space();
        this.strength = space.strength();
        this.shortcut = new Shortcut(shared);
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
            Breach.About about = new Breach.About(promise, Breach.About.NOTHING, 0, 0, 0);
            tried.add(new Breach(about, null, situation));
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
                Breach.About about = new Breach.About(
                        step.promise(), aspects[aspect].number(), step.from(), step.to(), firstLost(lost));
                tried.add(new Breach(about, at(age, from), at(age, to)));
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
                            Promise.UNKNOWN_AGE_AT_LEAST_ANY_AGE, Breach.About.AGE, 0, step.to(), firstLost(lost));
                    tried.add(new Breach(about, at(step.from(), cell), at(step.to(), cell)));
                }
            }
        }
    }

    private int firstLost(long lost) {
        Optional<Pathway> first = strength.firstLost(lost);
        return first.isPresent() ? first.get().ordinal() : -1;
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
