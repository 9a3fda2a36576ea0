package org.waymark.ruleset.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.coverage.Among;
import org.waymark.ruleset.scenario.CaseContact;
import org.waymark.ruleset.scenario.WholeCase;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/** The whole cases, asked whether they would notice a change that the scenarios of its line did not. */
final class WholeCases {

    private static final Conclusions NOTHING = new Conclusions(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Among among;
    private final List<WholeCase> cases;

    WholeCases(RuleSet ruleSet, Collection<WholeCase> cases) {
        Screener asItIs = new Screener(ruleSet.with(ruleSet.rules()));
        this.among = new Among(ruleSet);
        this.cases = cases.parallelStream().filter(one -> one.holds(asItIs)).toList();
    }

    /** Those of the mutants, in their order, after which every case still holds. */
    List<Mutant> unnoticed(List<Mutant> mutants) {
        Map<String, List<Mutant>> byLine = mutants.stream()
                .collect(Collectors.groupingBy(mutant -> mutant.rule().id(), LinkedHashMap::new, Collectors.toList()));
        return byLine.values().parallelStream()
                .flatMap(ofLine -> unnoticedOfLine(ofLine).stream())
                .toList();
    }

    /**
     * A case in which the changed line gives what it gave is not asked: every other line fires as it did, and so the
     * result is the same. Only the sentence of the line could name other days, which here counts as unnoticed.
     */
    private List<Mutant> unnoticedOfLine(List<Mutant> mutants) {
        Rule rule = mutants.get(0).rule();
        List<Rule> probes = new ArrayList<>(List.of(rule));
        for (int i = 0; i < mutants.size(); i++) {
            probes.add(probe(mutants.get(i).changed(), i));
        }
        Screener screener = among.few(rule.id(), probes);
        List<List<Pass>> passes =
                cases.stream().map(one -> passes(one, screener)).toList();
        List<Mutant> unnoticed = new ArrayList<>();
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            String probe = probes.get(i + 1).id();
            List<WholeCase> touched = IntStream.range(0, cases.size())
                    .filter(index -> passes.get(index).stream()
                            .anyMatch(
                                    pass -> !given(pass, rule.id(), rule).equals(given(pass, probe, mutant.changed()))))
                    .mapToObj(cases::get)
                    .toList();
            if (!isNoticed(mutant, touched)) {
                unnoticed.add(mutant);
            }
        }
        return unnoticed;
    }

    private boolean isNoticed(Mutant mutant, List<WholeCase> touched) {
        if (touched.isEmpty()) {
            return false;
        }
        Screener changed = among.all(mutant.rule().id(), List.of(mutant.changed()));
        return touched.stream().anyMatch(one -> !one.holds(changed));
    }

    /** A line that fires where the changed one would, and gives nothing, so that all of them can be asked at once. */
    private static Rule probe(Rule changed, int number) {
        return new Rule(
                changed.id() + "/" + number,
                changed.title(),
                changed.statement(),
                changed.source(),
                changed.conditions(),
                NOTHING,
                changed.stage(),
                changed.place());
    }

    /** One pass for each contact of a case. */
    private static List<Pass> passes(WholeCase whole, Screener screener) {
        List<Pass> passes = new ArrayList<>();
        List<Assessment> earlier = new ArrayList<>();
        for (CaseContact contact : whole.contacts()) {
            passes.add(screener.pass(contact.assessment(), earlier));
            earlier.add(contact.assessment());
        }
        return passes;
    }

    /** What a line gives where it, or the probe that stands for it, fires; nothing where it does not. */
    private static Set<Conclusions> given(Pass pass, String id, Rule line) {
        return pass.firings().stream()
                .filter(firing -> firing.rule().id().equals(id))
                .map(firing -> Firing.of(line, firing.facts()).conclusions())
                .collect(Collectors.toSet());
    }
}
