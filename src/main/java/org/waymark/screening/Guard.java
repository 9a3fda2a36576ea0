package org.waymark.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;

/** The promises that hold in every rule set, whatever its files say (contract, section 2, "always"). */
enum Guard {
    ENFORCEMENT_NEVER_ALONE(
            "EN-01",
            "Enforcement never alone under 18",
            "Enforcement was considered and no pathway looks after the child: it is removed, and a manager is asked.",
            "[seed] 002 Q5; 001 l.650",
            gives(List.of(), List.of(new ActionAdvice(Action.MANAGER_REVIEW, null)), Block.ENFORCEMENT)),
    NO_ENFORCEMENT_UNDER_10(
            "EN-02",
            "No enforcement under 10",
            "Under 10, the age of criminal responsibility: there is no enforcement.",
            "[general knowledge] age of criminal responsibility",
            gives(List.of(), List.of(), Block.ENFORCEMENT)),
    IMMEDIATE_HARM_NEVER_UNIVERSAL(
            "GD-10",
            "Immediate harm is never universal",
            "There is a sign of immediate harm: a social worker looks at it today.",
            "[policy choice]",
            gives(List.of(new PathwayAdvice(Pathway.SAFEGUARDING, null, Urgency.SAME_DAY)), List.of())),
    NRM_BESIDE_SAFEGUARDING(
            "GD-11",
            "A referral to the National Referral Mechanism stands beside safeguarding",
            "A referral to the National Referral Mechanism never takes the place of safeguarding.",
            "[public] P58",
            gives(List.of(new PathwayAdvice(Pathway.SAFEGUARDING, null, Urgency.ONE_WORKING_DAY)), List.of())),
    ADULT(
            "TR-02",
            "18 or over: adult safeguarding",
            "Aged 18 or over: adult safeguarding is told, as urgently as the rest.",
            "[general knowledge]",
            new Conclusions(
                    List.of(),
                    List.of(),
                    List.of(new ActionAdvice(Action.ADULT_SAFEGUARDING, null)),
                    List.of(),
                    List.of(Flag.AGED_18_OR_OVER)));

    static final String AGE_DISPUTED = "age-disputed";
    private static final String EARLY_HELP_CONSENT = "early-help-consent";
    private static final Set<String> DOMAINS_OF_ENFORCEMENT = Set.of("offending", "proposal");

    private final Rule rule;

    Guard(String id, String title, String statement, String source, Conclusions conclusions) {
        this.rule = new Rule(
                id, title, statement, source, List.of(), conclusions, Stage.HOLDS, new Place("(built in)", 1, 1));
    }

    private static Conclusions gives(List<PathwayAdvice> pathways, List<ActionAdvice> actions, Block... blocks) {
        return new Conclusions(pathways, List.of(), actions, List.of(blocks), List.of());
    }

    /**
     * Enforcement that would stand alone. The manager is asked as soon as enforcement was: were it sooner, one more
     * sign of need, which lets enforcement stand beside help, would make the whole slower.
     */
    static Firing enforcementAlone(Urgency asSoonAs) {
        Rule rule = ENFORCEMENT_NEVER_ALONE.rule;
        Conclusions given =
                gives(List.of(), List.of(new ActionAdvice(Action.MANAGER_REVIEW, asSoonAs)), Block.ENFORCEMENT);
        return Firing.of(
                new Rule(
                        rule.id(),
                        rule.title(),
                        rule.statement(),
                        rule.source(),
                        rule.conditions(),
                        given,
                        rule.stage(),
                        rule.place()),
                List.of());
    }

    /** What the guard is about, where it comes from and what it gives, as a rule says it. It has no conditions. */
    Rule rule() {
        return rule;
    }

    /** The factors that guards look at, whether or not a rule does. */
    static Set<String> reads(Catalogue catalogue) {
        Set<String> factors = new HashSet<>(Set.of(AGE_DISPUTED, EARLY_HELP_CONSENT));
        factors.addAll(catalogue.group("immediate-harm"));
        factors.addAll(catalogue.group("police-facts"));
        catalogue.factors().stream()
                .filter(factor -> DOMAINS_OF_ENFORCEMENT.contains(factor.domain()))
                .map(Factor::id)
                .forEach(factors::add);
        return factors;
    }

    /** Whether it was this guard that gave it. */
    boolean gave(Firing firing) {
        return firing.rule().equals(rule);
    }

    Firing firing(List<? extends Fact> facts) {
        return Firing.of(rule, List.copyOf(facts));
    }
}
