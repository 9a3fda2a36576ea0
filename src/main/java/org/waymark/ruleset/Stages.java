package org.waymark.ruleset;

import java.util.List;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Stage;

/** Says in which stage a rule is asked. That follows from what it reads and gives; nobody writes it down. */
public final class Stages {

    private Stages() {}

    public static Stage of(List<Condition> conditions, Conclusions conclusions) {
        if (conclusions.gives(Pathway.ENFORCEMENT)) {
            return Stage.ENFORCEMENT;
        }
        boolean readsAbsence = conditions.stream().anyMatch(Condition::negated);
        if (readsAbsence || conclusions.gives(Pathway.EARLY_HELP)) {
            return Stage.EARLY_HELP;
        }
        boolean readsResult = conditions.stream().anyMatch(RecommendedCondition.class::isInstance);
        boolean onlyHolds =
                conclusions.pathways().isEmpty() && !conclusions.blocks().isEmpty();
        return readsResult || onlyHolds ? Stage.HOLDS : Stage.STATUTORY;
    }
}
