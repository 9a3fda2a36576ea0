package org.waymark.ruleset.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.screening.Pass;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Stage;

/** What the stages before a rule's own recommended in one pass. */
final class EarlierStages {

    private final Stage stage;
    private final Pass pass;

    EarlierStages(Stage stage, Pass pass) {
        this.stage = stage;
        this.pass = pass;
    }

    /** Whether the pathway was recommended then, at least so high and so soon. */
    boolean recommended(RecommendedCondition condition) {
        return pass.facts().contains(condition.fact())
                && advice(condition.pathway()).stream()
                        .anyMatch(one -> one.urgency().isAtLeast(condition.urgency()));
    }

    /** The advice of earlier stages; none where a guard took the pathway away. */
    private List<PathwayAdvice> advice(Pathway pathway) {
        if (!pass.verdict().has(pathway)) {
            return List.of();
        }
        return pass.firings().stream()
                .filter(this::isEarlier)
                .flatMap(firing -> firing.conclusions().pathways().stream())
                .filter(one -> one.pathway() == pathway)
                .toList();
    }

    /** Guards stand between the stages and belong to none, and have no condition. */
    private boolean isEarlier(Firing firing) {
        return firing.rule().stage().compareTo(stage) < 0
                || firing.rule().conditions().isEmpty();
    }

    /** What they recommended of a pathway, the most urgent first. */
    String of(Pathway pathway) {
        String found = advice(pathway).stream()
                .sorted(Comparator.comparing(PathwayAdvice::urgency))
                .map(one -> Words.result(pathway, one.level(), one.urgency()))
                .distinct()
                .collect(Collectors.joining(", "));
        return "recommended: " + (found.isEmpty() ? "no " + pathway.code() + " by an earlier stage" : found);
    }
}
