package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;

/** Says which pathways and levels no case screened came to. */
final class Results {

    private static final int FEW = 6;

    private final ValueSpace space;
    private final SortedSet<Long> results;

    Results(Passages passages) {
        this.space = passages.space();
        this.results = passages.results();
    }

    List<Unreachable> thatNeverComeOut() {
        Strength strength = space.strength();
        List<Unreachable> never = new ArrayList<>();
        for (Pathway pathway : Pathway.values()) {
            if (results.stream().noneMatch(result -> strength.has(result, pathway))) {
                never.add(unreachable("the pathway " + pathway.code(), given(advice -> advice.pathway() == pathway)));
            }
        }
        for (String level : space.ruleSet().manifest().levels()) {
            boolean comesOut = results.stream()
                    .anyMatch(result -> Stream.of(Pathway.values())
                            .anyMatch(pathway -> level.equals(strength.level(result, pathway))));
            if (!comesOut) {
                never.add(unreachable("the level " + level, given(advice -> level.equals(advice.level()))));
            }
        }
        return never;
    }

    private List<String> given(Predicate<PathwayAdvice> which) {
        return space.ruleSet().rules().stream()
                .filter(rule -> rule.conclusions().pathways().stream().anyMatch(which))
                .map(rule -> rule.id())
                .toList();
    }

    private Unreachable unreachable(String what, List<String> givenBy) {
        String why = givenBy.isEmpty()
                ? "no rule gives it"
                : "it is given by " + String.join(", ", givenBy.subList(0, Math.min(FEW, givenBy.size())))
                        + " alone, and in every case screened they do not fire, a guard removes it, or another rule"
                        + " gives more";
        return new Unreachable(Promise.EVERY_RESULT_CAN_COME_OUT, what, "", why);
    }
}
