package org.waymark.ruleset;

import java.util.List;
import java.util.Set;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Rule;

/** Checks that no rule makes too much of a label or of a habit (GD-08 and GD-09 of the domain's rules). */
final class FairnessChecks {

    private static final String GANG_ASSOCIATION = "gang-association";
    private static final String EXPLOITATION = "exploitation";

    /** Using drugs or drinking is a need for help; alone it says nothing of exploitation. */
    private static final Set<String> OWN_USE =
            Set.of("child-drug-misuse", "child-alcohol-misuse", "drug-possession-offence");

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Faults faults;

    FairnessChecks(Catalogue catalogue, Manifest manifest, Faults faults) {
        this.catalogue = catalogue;
        this.manifest = manifest;
        this.faults = faults;
    }

    void check(List<Rule> rules) {
        for (Rule rule : rules) {
            labelAlone(rule);
            ownUseAlone(rule);
        }
    }

    /** A judgement that a young person is involved with a gang may ask MACE to look, and for no more than that. */
    private void labelAlone(Rule rule) {
        boolean readsLabel = rule.conditions().stream().anyMatch(one -> reads(one, GANG_ASSOCIATION));
        if (readsLabel
                && givesMaceAboveLowest(rule)
                && rule.conditions().stream().noneMatch(this::isSignOfExploitation)) {
            faults.add(
                    rule.place(),
                    "`" + rule.id() + "` gives MACE above `" + manifest.lowestLevel()
                            + "` for gang involvement and nothing else that speaks of exploitation",
                    "read a factor of the group `" + EXPLOITATION + "` as well, or give the lowest level (GD-09)");
        }
    }

    private void ownUseAlone(Rule rule) {
        boolean onlyOwnUse = rule.conditions().stream().allMatch(FairnessChecks::isOwnUseOrNothing)
                && rule.conditions().stream().anyMatch(FairnessChecks::isOwnUse);
        if (onlyOwnUse && rule.conclusions().gives(Pathway.MACE)) {
            faults.add(
                    rule.place(),
                    "`" + rule.id() + "` gives MACE for drug or alcohol use alone",
                    "read a sign of exploitation as well, or offer a service (GD-08)");
        }
    }

    private boolean givesMaceAboveLowest(Rule rule) {
        return rule.conclusions().pathways().stream()
                .anyMatch(advice -> advice.level() != null && manifest.rank(advice.level()) > 0);
    }

    private boolean isSignOfExploitation(Condition condition) {
        if (condition instanceof CountCondition count) {
            return catalogue.group(EXPLOITATION).containsAll(catalogue.group(count.group()));
        }
        return catalogue.group(EXPLOITATION).stream()
                .filter(factor -> !factor.equals(GANG_ASSOCIATION))
                .anyMatch(factor -> reads(condition, factor));
    }

    private static boolean reads(Condition condition, String factor) {
        return (condition instanceof AnsweredCondition answered
                        && answered.factor().equals(factor)
                        && answered.kind() != AnsweredCondition.Kind.NO)
                || (condition instanceof EventCondition event && event.factor().equals(factor));
    }

    private static boolean isOwnUse(Condition condition) {
        return OWN_USE.stream().anyMatch(factor -> reads(condition, factor));
    }

    /** Own use, or something that is no observation of the child: an age, an area, who made contact. */
    private static boolean isOwnUseOrNothing(Condition condition) {
        return isOwnUse(condition)
                || !(condition instanceof AnsweredCondition
                        || condition instanceof EventCondition
                        || condition instanceof CountCondition
                        || condition instanceof FigureCondition);
    }
}
