package org.waymark.ruleset.coverage;

import java.util.ArrayList;
import java.util.List;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/**
 * Asks a line, changed or in parts, among as few other lines as will do.
 *
 * <p>Whether a line fires depends on two things. One is the facts that its own conditions ask about: each is counted
 * from the case file by itself, and of the ages that a young person may have, one is told for each way in which the
 * conditions can tell them apart. What other lines ask about adds facts that this line does not look at and takes none
 * away. The other is what earlier stages recommended, guards included, and that only for a line that asks about it. So a
 * line that asks about no recommendation can be asked alone, and one that does is asked among all the others.
 */
public final class Among {

    private final RuleSet whole;

    /** Of these rules, whatever engine asks them. */
    public Among(RuleSet whole) {
        this.whole = whole;
    }

    /** A screener in which the given lines, which stand for the one of that id, fire just as among all the others. */
    public Screener few(String line, List<Rule> instead) {
        boolean alone = instead.stream()
                .flatMap(rule -> rule.conditions().stream())
                .noneMatch(RecommendedCondition.class::isInstance);
        return alone ? new Screener(whole.with(instead)) : all(line, instead);
    }

    /** A screener of the whole rule set, in which the given lines stand for the one of that id. */
    public Screener all(String line, List<Rule> instead) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : whole.rules()) {
            if (rule.id().equals(line)) {
                rules.addAll(instead);
            } else {
                rules.add(rule);
            }
        }
        return new Screener(whole.with(rules));
    }
}
