package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Which three aspects some rule may need together: one for each of its conditions, and for a count as many factors of
 * the group as it asks for. A third factor of a group of which one or two are enough meets nothing that those do not, so
 * that all pairs show as much.
 */
final class Triples {

    /** Three aspects, by their numbers, the lowest first. */
    record Triple(int first, int second, int third) implements Comparable<Triple> {
        private static final Comparator<Triple> ORDER = Comparator.comparingInt(Triple::first)
                .thenComparingInt(Triple::second)
                .thenComparingInt(Triple::third);

        @Override
        public int compareTo(Triple other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int AT_ONCE = 3;

    private final ValueSpace space;
    private final SortedSet<Triple> found = new TreeSet<>();

    private Triples(ValueSpace space) {
        this.space = space;
    }

    /** Every triple once, for each first aspect a list. */
    static List<List<Triple>> of(ValueSpace space) {
        Triples triples = new Triples(space);
        Set<List<List<Integer>>> needed = new LinkedHashSet<>();
        space.rules().forEach(rule -> needed.add(triples.places(rule)));
        needed.forEach(places -> triples.choose(places, 0, List.of()));
        List<List<Triple>> byFirst = new ArrayList<>();
        for (int i = 0; i < space.aspects().size(); i++) {
            byFirst.add(List.copyOf(triples.found.subSet(new Triple(i, 0, 0), new Triple(i + 1, 0, 0))));
        }
        return byFirst;
    }

    /** For each aspect that a rule needs, those that may take the place. A count has a place for each factor it needs. */
    private List<List<Integer>> places(RuleBits rule) {
        List<List<Integer>> places = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            List<Integer> aspects =
                    space.reading(condition).stream().map(Aspect::number).toList();
            int needed = condition instanceof CountCondition count
                    ? Math.max(count.factors(), count.domains())
                    : condition instanceof UnsettledCondition unsettled ? unsettled.factors() : 1;
            for (int one = 0; one < needed && !aspects.isEmpty(); one++) {
                places.add(aspects);
            }
        }
        return places;
    }

    /** Fills any three of the places with different aspects. */
    private void choose(List<List<Integer>> places, int from, List<Integer> chosen) {
        if (chosen.size() == AT_ONCE) {
            List<Integer> three = chosen.stream().sorted().toList();
            found.add(new Triple(three.get(0), three.get(1), three.get(2)));
            return;
        }
        for (int place = from; place < places.size(); place++) {
            for (int aspect : places.get(place)) {
                if (!chosen.contains(aspect)) {
                    choose(places, place + 1, with(chosen, aspect));
                }
            }
        }
    }

    private static List<Integer> with(List<Integer> chosen, int aspect) {
        List<Integer> more = new ArrayList<>(chosen);
        more.add(aspect);
        return more;
    }
}
