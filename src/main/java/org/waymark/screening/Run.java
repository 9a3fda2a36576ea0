package org.waymark.screening;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.Stage;

/** One pass of a case file through the four stages of a rule set, with the guards between them. */
final class Run {

    private final CaseFile file;
    private final PossibleAges ages;
    private final Circumstances circumstances;
    private final Course course;
    private final Set<Fact> facts = new LinkedHashSet<>();

    private Run(CaseFile file, PossibleAges ages, Circumstances circumstances, Course course) {
        this.file = file;
        this.ages = ages;
        this.circumstances = circumstances;
        this.course = course;
    }

    /** How the course of a case is opened: with the guards or, for a proof, without. */
    @FunctionalInterface
    interface Opening {
        Course of(Manifest manifest, Collection<RecommendedCondition> recommendable, Circumstances circumstances);
    }

    static Run of(RuleSet ruleSet, FactFinder finder, Set<RecommendedCondition> recommendable, CaseFile file) {
        return of(ruleSet, finder, recommendable, file, Course::of);
    }

    static Run of(
            RuleSet ruleSet,
            FactFinder finder,
            Set<RecommendedCondition> recommendable,
            CaseFile file,
            Opening opening) {
        PossibleAges ages = PossibleAges.of(file);
        Circumstances circumstances = Circumstances.of(file, ages);
        Run run = new Run(file, ages, circumstances, opening.of(ruleSet.manifest(), recommendable, circumstances));
        try (RuleEngine.Round round = ruleSet.engine().open()) {
            run.tell(round, finder.facts(file, ages));
            for (Stage stage : Stage.values()) {
                run.tell(round, run.course.after(stage, round.fire(stage)));
            }
        }
        run.course.end();
        return run;
    }

    private void tell(RuleEngine.Round round, List<? extends Fact> found) {
        List<? extends Fact> news = found.stream().filter(facts::add).toList();
        round.tell(news);
    }

    /** What it comes to. */
    Verdict verdict() {
        return course.verdict();
    }

    CaseFile file() {
        return file;
    }

    PossibleAges ages() {
        return ages;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /** Everything that the rules were told, results of earlier stages included. */
    Set<Fact> facts() {
        return facts;
    }

    List<Firing> firings() {
        return course.firings();
    }

    /** Whether some rule asked for this pathway and a guard took it away. */
    boolean tookAway(Pathway pathway) {
        return course.tookAway(pathway);
    }
}
