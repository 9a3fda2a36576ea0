package org.waymark.ruleset.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.ruleset.Wording;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Lines with a figure whose source names nothing but a policy choice. Each part of a source, between semicolons, is one
 * of those words alone, or names something.
 */
final class Sources {

    private static final Pattern PARTS = Pattern.compile(";");

    /** How the rule files mark a part that rests on a document, or on what is generally known. */
    private static final List<String> MARKS = List.of("seed", "public", "general knowledge");

    private static final String CHOICE = "policy choice";

    /** The rules were read as a whole, and no document stands behind what was added then. */
    private static final String REVIEW = "review of the rules";

    private Sources() {}

    static List<Finding> findings(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> namesNothing(rule.source()))
                .flatMap(rule -> figure(rule).map(figure -> finding(rule, figure)).stream())
                .toList();
    }

    static boolean namesNothing(String source) {
        return PARTS.splitAsStream(source.toLowerCase(Locale.ROOT))
                .map(String::strip)
                .allMatch(Sources::isChoice);
    }

    private static boolean isChoice(String part) {
        return part.isEmpty()
                || part.equals(REVIEW)
                || (part.contains(CHOICE) && MARKS.stream().noneMatch(part::contains));
    }

    private static Optional<Condition> figure(Rule rule) {
        return rule.conditions().stream().filter(Sources::hasFigure).findFirst();
    }

    private static boolean hasFigure(Condition condition) {
        if (condition instanceof EventCondition event) {
            return event.withinDays() != Fact.EVER || event.times() > 1;
        } else if (condition instanceof CountCondition count) {
            return Stream.of(count.factors(), count.domains()).anyMatch(least -> least > 1)
                    || count.withinDays() != Fact.EVER;
        }
        return condition instanceof FigureCondition
                || condition instanceof AgedCondition
                || (condition instanceof UnsettledCondition unsettled && unsettled.factors() > 1);
    }

    private static Finding finding(Rule rule, Condition figure) {
        return Finding.of(
                FindingKind.THRESHOLD_WITHOUT_SOURCE,
                Severity.NOTE,
                List.of(rule.id()),
                rule.place(),
                "`" + rule.id() + "` has the figure of `" + Wording.inRuleFile(figure) + "`, and its source `"
                        + rule.source() + "` names no document",
                "name the document, or have a policy officer approve the figure, with a date and a reason");
    }
}
