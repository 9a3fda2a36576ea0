package org.waymark.ruleset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;
import org.waymark.screening.rule.UnsettledCondition;

/** Checks what a rule as a whole may read and give. */
final class RuleChecks {

    /** Joins of more patterns can take for ever, and nothing stops them once they run. */
    private static final int MOST_CONDITIONS = 4;

    private static final String POLICE_FACTS = "police-facts";
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private static final Set<String> PLAIN_PLACES = Set.of("age", "referredBy");

    private final Catalogue catalogue;
    private final Faults faults;

    RuleChecks(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    void check(List<Rule> rules) {
        Map<String, Rule> byId = new HashMap<>();
        for (Rule rule : rules) {
            Rule other = byId.putIfAbsent(rule.id(), rule);
            if (other != null) {
                fault(
                        rule,
                        "the id `" + rule.id() + "` is taken at " + RuleFault.where(other.place()),
                        "give one of them another letter");
            }
            shape(rule);
            stage(rule);
            enforcement(rule);
            places(rule);
        }
    }

    private void fault(Rule rule, String message, String fix) {
        faults.add(rule.place(), message, fix);
    }

    private void shape(Rule rule) {
        if (rule.conditions().isEmpty()) {
            fault(rule, "`" + rule.id() + "` has no condition", "a rule needs at least one fact");
        }
        if (rule.conditions().size() > MOST_CONDITIONS) {
            fault(
                    rule,
                    "`" + rule.id() + "` has " + rule.conditions().size() + " conditions",
                    "at most " + MOST_CONDITIONS + " are allowed");
        }
        long ages = rule.conditions().stream()
                .filter(AgedCondition.class::isInstance)
                .count();
        if (ages > 1) {
            fault(
                    rule,
                    "`" + rule.id() + "` speaks of an age in " + ages + " facts",
                    "write both limits in one: `YoungPerson( age >= 13, age <= 15 )`");
        }
        if (rule.conclusions()
                .equals(new org.waymark.screening.rule.Conclusions(
                        List.of(), List.of(), List.of(), List.of(), List.of()))) {
            fault(rule, "`" + rule.id() + "` gives nothing", "say what to do: `refer.to(SAFEGUARDING, SAME_DAY);`");
        }
    }

    private void stage(Rule rule) {
        boolean early = rule.conclusions().gives(Pathway.EARLY_HELP);
        boolean absence = rule.conditions().stream().anyMatch(Condition::negated);
        boolean unlessSafeguarding = rule.conditions().stream()
                .anyMatch(one -> one instanceof RecommendedCondition recommended
                        && recommended.negated()
                        && recommended.pathway() == Pathway.SAFEGUARDING);
        if (early && !unlessSafeguarding) {
            fault(
                    rule,
                    "`" + rule.id() + "` gives early help whatever else is recommended",
                    "add `not Recommended( pathway == SAFEGUARDING )`");
        }
        boolean others =
                rule.conclusions().pathways().stream().anyMatch(advice -> advice.pathway() != Pathway.EARLY_HELP);
        if ((absence || early) && others) {
            fault(
                    rule,
                    "`" + rule.id() + "` gives another pathway beside early help, or where none was recommended",
                    "write it as a rule of its own");
        }
        if (rule.stage() == Stage.HOLDS && !rule.conclusions().pathways().isEmpty()) {
            fault(
                    rule,
                    "`" + rule.id() + "` reads what was recommended and gives a pathway",
                    "such a rule gives services, actions, blocks and flags only");
        }
    }

    /** Enforcement may rest on what police or a court found, never on what a child said or is thought to be. */
    private void enforcement(Rule rule) {
        if (!rule.conclusions().gives(Pathway.ENFORCEMENT)) {
            return;
        }
        for (Condition condition : rule.conditions()) {
            if (!mayLeadToEnforcement(condition)) {
                fault(
                        rule,
                        "`" + rule.id() + "` gives enforcement and reads `" + Wording.of(condition) + "`",
                        "it may read ages, `Offence`, what is proposed, and the factors of the group `police-facts` only");
            }
        }
    }

    private boolean mayLeadToEnforcement(Condition condition) {
        if (condition instanceof AgedCondition) {
            return true;
        }
        if (condition instanceof EventCondition event) {
            return event.offence() || isPoliceFact(event.factor());
        }
        return condition instanceof AnsweredCondition answered
                && answered.kind() == AnsweredCondition.Kind.YES
                && isPoliceFact(answered.factor());
    }

    private boolean isPoliceFact(String id) {
        Factor factor = catalogue.require(id);
        return catalogue.group(POLICE_FACTS).contains(id) || factor.domain().equals("proposal");
    }

    private void places(Rule rule) {
        Set<String> known = new HashSet<>(PLAIN_PLACES);
        rule.conditions().forEach(condition -> known.addAll(named(condition)));
        Matcher places = PLACE.matcher(rule.statement());
        while (places.find()) {
            if (!known.contains(places.group(1))) {
                fault(
                        rule,
                        "the statement of `" + rule.id() + "` has `" + places.group()
                                + "`, which nothing that the rule reads can fill",
                        Spelling.fix(places.group(1), known));
            }
        }
        if (places.reset().replaceAll("").matches(".*[{}].*")) {
            fault(
                    rule,
                    "the statement of `" + rule.id() + "` has a brace that is alone",
                    "write `{age}`, or take it out");
        }
    }

    /** The places of a statement that a condition can fill. */
    private static Set<String> named(Condition condition) {
        if (condition instanceof EventCondition event) {
            return places(event.factor(), "first", "last", "times");
        } else if (condition instanceof FigureCondition figure) {
            return places(figure.factor(), "first", "last", "value");
        } else if (condition instanceof CountCondition count) {
            return places(count.group(), "factors");
        } else if (condition instanceof UnsettledCondition unsettled) {
            return places(unsettled.group(), "unsettled");
        }
        return Set.of();
    }

    private static Set<String> places(String of, String... what) {
        return Stream.of(what).map(one -> of + "." + one).collect(Collectors.toSet());
    }
}
