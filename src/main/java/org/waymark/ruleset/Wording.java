package org.waymark.ruleset;

import java.math.BigDecimal;
import java.util.Locale;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
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

    /** The condition as its author wrote it: what was left out in the rule file is left out, constants are bare words. */
    public static String inRuleFile(Condition condition) {
        if (condition instanceof EventCondition event) {
            return (event.offence() ? "Offence" : "Happened") + "( factor == " + quoted(event.factor())
                    + windowIfAny(event.withinDays()) + ifAboveOne("times", event.times()) + " )";
        } else if (condition instanceof FigureCondition figure) {
            return "Measured( factor == " + quoted(figure.factor()) + windowIfAny(figure.withinDays()) + ", value "
                    + figure.comparison().symbol() + " " + plain(figure.limit()) + " )";
        } else if (condition instanceof CountCondition count) {
            return "Several( group == " + quoted(count.group()) + windowIfAny(count.withinDays()) + ", factors >= "
                    + count.factors() + ifAboveOne("domains", count.domains()) + " )";
        } else if (condition instanceof RecommendedCondition recommended) {
            return (recommended.negated() ? "not " : "") + "Recommended( pathway == " + recommended.pathway()
                    + (recommended.pathway() == Pathway.MACE ? ", level == " + constant(recommended.level()) : "")
                    + (recommended.urgency() == Urgency.PLANNED ? "" : ", urgency == " + recommended.urgency()) + " )";
        } else if (condition instanceof ContactCondition contact) {
            return "Contact( referredBy == " + contact.referredBy() + " )";
        }
        return of(condition);
    }

    /** A figure without a fraction where it has none: {@code 24}, not {@code 24.0}. */
    public static String plain(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String windowIfAny(int withinDays) {
        return withinDays == Fact.EVER ? "" : window(withinDays);
    }

    private static String ifAboveOne(String field, int least) {
        return least > 1 ? ", " + field + " >= " + least : "";
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
