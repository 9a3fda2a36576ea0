package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.RuleSet;

/** What a case comes to without each set of up to three of all its facts, found by trying every one of them. */
record BruteForce(RuleSet rules, Verdict now, Map<List<String>, Verdict> left) {

    static BruteForce of(AnyCase one, RuleSet rules, List<String> catalogue) {
        Verdicts verdicts = new Verdicts(rules);
        List<String> known = verdicts.file(one).factors().stream()
                .sorted(Comparator.comparingInt(catalogue::indexOf))
                .toList();
        Map<List<String>, Verdict> left = new LinkedHashMap<>();
        subsets(known).forEach(set -> left.put(set, verdicts.of(CounterfactualsPropertiesTest.without(one, set))));
        return new BruteForce(rules, verdicts.of(one), left);
    }

    /** Every set of one, two and three, smallest first and each in the order given. */
    private static List<List<String>> subsets(List<String> all) {
        List<List<String>> sets = new ArrayList<>();
        for (int a = 0; a < all.size(); a++) {
            sets.add(List.of(all.get(a)));
            for (int b = a + 1; b < all.size(); b++) {
                sets.add(List.of(all.get(a), all.get(b)));
                for (int c = b + 1; c < all.size(); c++) {
                    sets.add(List.of(all.get(a), all.get(b), all.get(c)));
                }
            }
        }
        sets.sort(Comparator.comparingInt(List::size));
        return sets;
    }

    void assertExplains(Explanation explanation) {
        for (PathwayExplanation explained : explanation.pathways()) {
            Pathway pathway = explained.pathway();
            assertThat(explained.withoutAny())
                    .as("without which " + pathway + " would not be there")
                    .containsExactlyElementsOf(smallest(verdict -> !verdict.has(pathway)));
            assertThat(explained.slowerWithout())
                    .as("without which " + pathway + " would be slower")
                    .containsExactlyElementsOf(smallest(verdict -> isWeaker(rules, verdict, now, pathway)).stream()
                            .filter(set -> left.get(set).has(pathway))
                            .toList());
        }
    }

    private List<List<String>> smallest(Predicate<Verdict> fallen) {
        List<List<String>> found = new ArrayList<>();
        left.forEach((set, verdict) -> {
            if (fallen.test(verdict) && found.stream().noneMatch(set::containsAll)) {
                found.add(set);
            }
        });
        return found;
    }

    static boolean isWeaker(RuleSet rules, Verdict verdict, Verdict now, Pathway pathway) {
        Verdict.Path then = verdict.pathways().get(pathway);
        Verdict.Path before = now.pathways().get(pathway);
        return then == null || !then.urgency().isAtLeast(before.urgency()) || rank(rules, then) < rank(rules, before);
    }

    private static int rank(RuleSet rules, Verdict.Path path) {
        return path.level() == null ? -1 : rules.manifest().rank(path.level());
    }
}
