package org.waymark.ruleset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.screening.rule.Place;

/** Collects faults while reading goes on, so that all are told at once. */
public final class Faults {

    /** More than anybody mends in one sitting; a hostile file could make half a million. */
    private static final int MOST = 300;

    private final Set<RuleFault> found = new LinkedHashSet<>();
    private int count;

    public void add(RuleFault fault) {
        count++;
        if (found.size() < MOST) {
            found.add(fault);
        }
    }

    public void add(Place place, String message, String fix) {
        add(new RuleFault(place, message, fix));
    }

    public List<RuleFault> found() {
        return List.copyOf(found);
    }

    /** How often a fault was added, repeats included: whether one came since is seen by this. */
    public int count() {
        return count;
    }

    public boolean any() {
        return !found.isEmpty();
    }

    void orThrow() throws RuleSetRejected {
        if (any()) {
            throw new RuleSetRejected(found);
        }
    }
}
