package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Rule;

/**
 * Finds the promises that a guard alone holds: what the rules come to by themselves, in every way of meeting the
 * conditions of one rule and at every age of a child, with no guard acting.
 */
final class GuardsAlone {

    private static final String PROPOSAL = "proposal";
    private static final String STATUS = "status";

    /** So many ways of meeting one rule are screened; real rules have a handful each. */
    private static final int MOST_WAYS = 400;

    private final ValueSpace space;
    private final Screener screener;
    private final List<Finding> broken = new ArrayList<>();
    private final List<Finding> noted = new ArrayList<>();
    private long cases;

    GuardsAlone(ValueSpace space, Screener screener) {
        this.space = space;
        this.screener = screener;
        space.rules().forEach(this::look);
        immediateHarm();
    }

    List<Finding> broken() {
        return broken;
    }

    List<Finding> noted() {
        return noted;
    }

    long cases() {
        return cases;
    }

    private void look(RuleBits bits) {
        Rule rule = bits.rule();
        Conclusions given = rule.conclusions();
        if (given.gives(Pathway.ENFORCEMENT)) {
            first(rule, (age, pass) -> age.isUnder10())
                    .map(one -> finding(
                            Promise.NO_ENFORCEMENT_UNDER_10,
                            rule,
                            " gives enforcement under 10, and only the guard EN-02 takes it away; its age has to begin"
                                    + " at 10 and end at 17",
                            one))
                    .ifPresent(broken::add);
            first(rule, (age, pass) -> age.isKnown() && !age.isUnder10() && isAlone(pass))
                    .ifPresent(one -> alone(rule, one));
        }
        if (given.actions().stream().anyMatch(advice -> advice.action() == Action.NRM_REFERRAL)) {
            first(rule, (age, pass) -> !pass.verdict().has(Pathway.SAFEGUARDING))
                    .map(one -> finding(
                            Promise.NRM_BESIDE_SAFEGUARDING,
                            rule,
                            " refers to the National Referral Mechanism without safeguarding, and only the guard GD-11"
                                    + " adds it; it has to give safeguarding within one working day",
                            one))
                    .ifPresent(broken::add);
        }
    }

    private static boolean isAlone(Pass pass) {
        return pass.verdict().has(Pathway.ENFORCEMENT)
                && Pathway.WELFARE.stream().noneMatch(pass.verdict()::has);
    }

    /**
     * Enforcement without help. Where a rule reads what the child did, that must bring help by a rule of its own. A
     * proposal is no sign about the child: what help the child needs, the rest of the assessment says, and where it says
     * nothing the guard asks a manager. That is so by design, and is noted.
     */
    private void alone(Rule rule, Case first) {
        if (restsOnAProposal(rule)) {
            noted.add(finding(
                    Promise.ENFORCEMENT_NEVER_ALONE,
                    rule,
                    " rests on a proposal, and gives enforcement with no help for the child where nothing else is said:"
                            + " the guard EN-01 removes it and asks a manager",
                    first));
        } else {
            broken.add(finding(
                    Promise.ENFORCEMENT_NEVER_ALONE,
                    rule,
                    " gives enforcement for what a child did, and no rule gives help with it; only the guard EN-01"
                            + " takes it away, so that it does nothing: let the same facts bring safeguarding, MACE or"
                            + " early help",
                    first));
        }
    }

    private boolean restsOnAProposal(Rule rule) {
        Catalogue catalogue = space.ruleSet().catalogue();
        List<String> domains = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            space.reading(condition)
                    .forEach(aspect -> domains.add(catalogue
                            .factor(aspect.name())
                            .map(factor -> factor.domain())
                            .orElse("")));
        }
        return domains.contains(PROPOSAL)
                && domains.stream().allMatch(domain -> domain.equals(PROPOSAL) || domain.equals(STATUS));
    }

    private void immediateHarm() {
        for (Aspect aspect : space.aspects()) {
            List<Case> unanswered = new ArrayList<>();
            for (int value = 0; value < aspect.size(); value++) {
                if (Circumstance.IMMEDIATE_HARM.in(aspect.contributions()[value].guarded())) {
                    Situation.Said said = new Situation.Said(aspect.number(), value);
                    cases(
                            List.of(said),
                            (age, pass) -> pass.verdict().pathways().isEmpty(),
                            unanswered);
                }
            }
            unanswered.stream()
                    .min(Comparator.comparing(Case::situation))
                    .ifPresent(first -> broken.add(new Finding(
                            Promise.IMMEDIATE_HARM_NEVER_UNIVERSAL,
                            "No rule answers a sign of immediate harm, "
                                    + aspect.says(aspect.values()
                                            .get(first.situation().said().get(0).value()))
                                    + ": only the guard GD-10 sends it to safeguarding, and it cannot say what to do",
                            details(first),
                            List.of(),
                            ExampleJson.write(first.situation().assessment(space)),
                            "",
                            unanswered.size())));
        }
    }

    /** One case, and what the rules alone made of it. */
    private record Case(Situation situation, Pass pass, long like) {}

    /** The smallest case in which a rule fires and of which this holds, among all ways of meeting it. */
    private Optional<Case> first(Rule rule, BiPredicate<AgeClass, Pass> which) {
        List<Case> found = new ArrayList<>();
        int[] ways = {0};
        Predicate<Pass> fires = pass -> pass.fired().contains(rule.id());
        Ways.of(space, rule.conditions(), chosen -> {
            List<Situation.Said> said = new ArrayList<>();
            chosen.forEach((aspect, value) -> {
                if (value != 0) {
                    said.add(new Situation.Said(aspect, value));
                }
            });
            cases(said, (age, pass) -> fires.test(pass) && which.test(age, pass), found);
            return ++ways[0] >= MOST_WAYS;
        });
        return found.stream()
                .min(Comparator.comparing(Case::situation))
                .map(one -> new Case(one.situation(), one.pass(), found.size()));
    }

    private void cases(List<Situation.Said> said, BiPredicate<AgeClass, Pass> which, List<Case> to) {
        for (int age = 0; age < space.ages().size(); age++) {
            AgeClass ageClass = space.ages().get(age);
            if (ageClass.isChild()) {
                Situation situation = new Situation(age, said);
                Pass pass = screener.unguarded(situation.assessment(space), List.of());
                cases++;
                if (which.test(ageClass, pass)) {
                    to.add(new Case(situation, pass, 1));
                }
            }
        }
    }

    private Finding finding(Promise promise, Rule rule, String says, Case first) {
        return new Finding(
                promise,
                Telling.named(rule) + says,
                details(first),
                List.of(rule.id()),
                ExampleJson.write(first.situation().assessment(space)),
                "",
                first.like());
    }

    private List<String> details(Case first) {
        return List.of("by the rules alone, " + first.situation().says(space) + ": " + Telling.result(first.pass()));
    }
}
