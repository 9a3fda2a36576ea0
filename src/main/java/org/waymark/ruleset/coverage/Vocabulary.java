package org.waymark.ruleset.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.coverage.VocabularyReport.Kind;
import org.waymark.ruleset.coverage.VocabularyReport.Missing;
import org.waymark.ruleset.scenario.CaseContact;
import org.waymark.ruleset.scenario.LineScenario;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.WholeCase;
import org.waymark.screening.Screener;
import org.waymark.screening.Verdict;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * Holds the words of the contract against a rule set and its scenarios: a word that nothing gives is a promise that
 * nobody keeps, and one that never comes out of a scenario is one that nobody has seen kept.
 */
public final class Vocabulary {

    private final Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);

    private Vocabulary() {
        for (Kind kind : Kind.values()) {
            found.put(kind, new TreeSet<>());
        }
    }

    /** Which words a rule gives, and which come out of a scenario, guards and flags of the case file included. */
    public static VocabularyReport of(RuleSet ruleSet, Scenarios scenarios) {
        Vocabulary given = new Vocabulary();
        ruleSet.rules().stream().map(Rule::conclusions).forEach(given::add);
        Vocabulary outcomes = new Vocabulary();
        Screener screener = new Screener(ruleSet.with(ruleSet.rules()));
        scenarios.all().parallelStream()
                .map(scenario -> comingOut(scenario, screener))
                .forEachOrdered(outcomes::add);
        List<Missing> missing = new ArrayList<>();
        int words = 0;
        for (Kind kind : Kind.values()) {
            for (String word : words(kind, ruleSet)) {
                words++;
                if (!outcomes.has(kind, word)) {
                    missing.add(new Missing(kind, word, given.has(kind, word)));
                }
            }
        }
        return new VocabularyReport(new Share(words - missing.size(), words), missing);
    }

    private static List<String> words(Kind kind, RuleSet ruleSet) {
        return switch (kind) {
            case PATHWAY -> Coded.codes(Pathway.values());
            case LEVEL -> ruleSet.manifest().levels();
            case URGENCY -> Coded.codes(Urgency.values());
            case SERVICE -> Coded.codes(Service.values());
            case ACTION -> Coded.codes(Action.values());
            case BLOCK -> Coded.codes(Block.values());
            case FLAG -> Coded.codes(Flag.values());
        };
    }

    private boolean has(Kind kind, String word) {
        return of(kind).contains(word);
    }

    private Set<String> of(Kind kind) {
        return found.getOrDefault(kind, Set.of());
    }

    private void add(Vocabulary other) {
        other.found.forEach((kind, words) -> of(kind).addAll(words));
    }

    private void add(Kind kind, @Nullable String word) {
        if (word != null) {
            of(kind).add(word);
        }
    }

    private void add(Kind kind, @Nullable Coded word) {
        add(kind, word == null ? null : word.code());
    }

    private void add(Kind kind, Collection<? extends Coded> words) {
        words.forEach(word -> add(kind, word));
    }

    private void add(Conclusions given) {
        given.pathways().forEach(advice -> {
            add(Kind.PATHWAY, advice.pathway());
            add(Kind.LEVEL, advice.level());
            add(Kind.URGENCY, advice.urgency());
        });
        given.actions().forEach(advice -> {
            add(Kind.ACTION, advice.action());
            add(Kind.URGENCY, advice.urgency());
        });
        add(Kind.SERVICE, given.services());
        add(Kind.BLOCK, given.blocks());
        add(Kind.FLAG, given.flags());
    }

    /** What comes out of one scenario. A line's own case is screened by its rules alone, a whole case as in life. */
    private static Vocabulary comingOut(org.waymark.ruleset.scenario.Scenario scenario, Screener screener) {
        Vocabulary vocabulary = new Vocabulary();
        if (scenario instanceof LineScenario line) {
            vocabulary.add(screener.pass(line.assessment(), List.of()).verdict());
        } else if (scenario instanceof WholeCase whole) {
            List<Assessment> earlier = new ArrayList<>();
            for (CaseContact contact : whole.contacts()) {
                vocabulary.add(screener.screenWithoutQuestions(contact.assessment(), earlier));
                earlier.add(contact.assessment());
            }
        }
        return vocabulary;
    }

    private void add(Verdict verdict) {
        verdict.pathways().forEach((pathway, path) -> {
            add(Kind.PATHWAY, pathway);
            add(Kind.LEVEL, path.level());
            add(Kind.URGENCY, path.urgency());
        });
        verdict.actions().forEach((action, act) -> {
            add(Kind.ACTION, action);
            add(Kind.URGENCY, act.urgency());
        });
        add(Kind.SERVICE, verdict.services().keySet());
        add(Kind.BLOCK, verdict.blocks().keySet());
        add(Kind.FLAG, verdict.flags().keySet());
    }

    private void add(Outcome outcome) {
        outcome.pathways().forEach(result -> {
            add(Kind.PATHWAY, result.pathway());
            add(Kind.LEVEL, result.level());
            add(Kind.URGENCY, result.urgency());
        });
        outcome.actions().forEach(result -> {
            add(Kind.ACTION, result.action());
            add(Kind.URGENCY, result.urgency());
        });
        add(Kind.SERVICE, outcome.services().stream().map(one -> one.service()).toList());
        add(Kind.BLOCK, outcome.blocks().stream().map(one -> one.block()).toList());
        add(Kind.FLAG, outcome.flags().stream().map(one -> one.flag()).toList());
    }
}
