package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.List;
import org.waymark.screening.rule.Place;

/** Collects faults while reading goes on, so that all are told at once. */
final class Faults {

    private final List<RuleFault> found = new ArrayList<>();

    void add(RuleFault fault) {
        found.add(fault);
    }

    void add(Place place, String message, String fix) {
        found.add(new RuleFault(place, message, fix));
    }

    List<RuleFault> found() {
        return List.copyOf(found);
    }

    boolean any() {
        return !found.isEmpty();
    }

    void orThrow() throws RuleSetRejected {
        if (any()) {
            throw new RuleSetRejected(found);
        }
    }
}
