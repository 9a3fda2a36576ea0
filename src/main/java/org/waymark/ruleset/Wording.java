package org.waymark.ruleset;

import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/** Writes a condition as a rule file does; what is printed here is what Drools compiles. */
public final class Wording {

    private Wording() {}

    public static String of(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return answered.kind().factName() + "( factor == " + quoted(answered.factor()) + " )";
        } else if (condition instanceof EventCondition event) {
            return (event.offence() ? "Offence" : "Happened") + "( factor == " + quoted(event.factor())
                    + window(event.withinDays()) + ", times >= " + event.times() + " )";
        } else if (condition instanceof FigureCondition figure) {
            return "Measured( factor == " + quoted(figure.factor()) + window(figure.withinDays()) + ", value "
                    + figure.comparison().symbol() + " " + figure.limit() + " )";
        } else if (condition instanceof CountCondition count) {
            return "Several( group == " + quoted(count.group()) + window(count.withinDays()) + ", factors >= "
                    + count.factors() + ", domains >= " + count.domains() + " )";
        } else if (condition instanceof UnsettledCondition unsettled) {
            return "Unsettled( group == " + quoted(unsettled.group()) + ", factors >= " + unsettled.factors() + " )";
        } else if (condition instanceof AgedCondition aged) {
            return "YoungPerson( " + bounds(aged) + " )";
        } else if (condition instanceof RecommendedCondition recommended) {
            return "Recommended( pathway == Pathway." + recommended.pathway() + ", level == "
                    + quoted(recommended.level()) + ", urgency == Urgency." + recommended.urgency() + " )";
        } else if (condition instanceof ContactCondition contact) {
            return "Contact( referredBy == Agency." + contact.referredBy() + " )";
        } else if (condition instanceof AreaCondition area) {
            return "Area( attribute == " + quoted(area.attribute()) + " )";
        }
        throw new IllegalArgumentException("no wording for " + condition);
    }

    private static String bounds(AgedCondition aged) {
        return String.join(
                ", ",
                aged.bounds().stream()
                        .map(bound -> bound.field().accessor() + " "
                                + bound.comparison().symbol() + " " + bound.limit())
                        .toList());
    }

    private static String window(int withinDays) {
        return ", withinDays == " + withinDays;
    }

    /**
     * INVARIANT: only codes come here: factors, groups, levels and attributes of a checked catalogue. They are lower
     * case letters, digits and hyphens, and so cannot leave their quotes.
     */
    private static String quoted(String code) {
        if (!code.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("`" + code + "` is not a code");
        }
        return "\"" + code + "\"";
    }
}
