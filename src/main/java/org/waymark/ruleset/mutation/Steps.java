package org.waymark.ruleset.mutation;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** The neighbours of a word that stands in an order: one step slower and one faster, one level up and one down. */
final class Steps {

    private Steps() {}

    /** One step slower and one faster, where there is such a step. */
    static List<Urgency> of(Urgency urgency) {
        return around(List.of(Urgency.values()), urgency);
    }

    /** One level up and one down, where there is such a level. */
    static List<String> of(Manifest manifest, String level) {
        return around(manifest.levels(), level);
    }

    private static <T> List<T> around(List<T> order, T of) {
        int at = order.indexOf(of);
        return Stream.of(at + 1, at - 1)
                .filter(index -> index >= 0 && index < order.size())
                .map(order::get)
                .toList();
    }
}
