package org.waymark.screening;

import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.History;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleSet;

/** What cases come to under a rule set, without the questions, which cost a screening each. */
final class Verdicts {

    private final RuleSet ruleSet;
    private final FactFinder finder;
    private final Set<RecommendedCondition> recommendable;

    Verdicts(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        this.finder = new FactFinder(ruleSet);
        this.recommendable = ruleSet.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(RecommendedCondition.class::isInstance)
                .map(RecommendedCondition.class::cast)
                .collect(Collectors.toSet());
    }

    Run run(AnyCase one) {
        return run(file(one));
    }

    Run run(CaseFile file) {
        return Run.of(ruleSet, finder, recommendable, file);
    }

    Verdict of(AnyCase one) {
        return run(one).verdict();
    }

    CaseFile file(AnyCase one) {
        return CaseFile.of(ruleSet.catalogue(), one.current(), History.before(one.current(), one.history()));
    }
}
