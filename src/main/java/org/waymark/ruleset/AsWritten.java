package org.waymark.ruleset;

import java.util.Locale;
import java.util.StringJoiner;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * A condition as a policy officer writes it in a rule file: what goes without saying is left out. ({@link Wording} is
 * the other way of writing it, for the engine, in which nothing goes without saying.)
 */
public final class AsWritten {

    private final Manifest manifest;

    public AsWritten(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Such as {@code Happened( factor == "going-missing", withinDays == 30, times >= 3 )}. */
    public String of(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return written(answered.kind().factName(), "factor", answered.factor());
        } else if (condition instanceof EventCondition event) {
            String name = event.offence() ? "Offence" : "Happened";
            return written(name, "factor", event.factor(), window(event.withinDays()), atLeast("times", event.times()));
        } else if (condition instanceof FigureCondition figure) {
            String value = "value " + figure.comparison().symbol() + " " + figure(figure.limit());
            return written("Measured", "factor", figure.factor(), value, window(figure.withinDays()));
        } else if (condition instanceof CountCondition count) {
            return written(
                    "Several",
                    "group",
                    count.group(),
                    "factors >= " + count.factors(),
                    window(count.withinDays()),
                    atLeast("domains", count.domains()));
        } else if (condition instanceof UnsettledCondition unsettled) {
            return written("Unsettled", "group", unsettled.group(), "factors >= " + unsettled.factors());
        } else if (condition instanceof AreaCondition area) {
            return written("Area", "attribute", area.attribute());
        } else if (condition instanceof ContactCondition contact) {
            return "Contact( referredBy == " + contact.referredBy() + " )";
        } else if (condition instanceof AgedCondition aged) {
            return aged(aged);
        } else if (condition instanceof RecommendedCondition recommended) {
            return recommended(recommended);
        }
        throw new IllegalArgumentException("no wording for " + condition);
    }

    private static String written(String name, String field, String code, String... more) {
        StringJoiner fields = new StringJoiner(", ", name + "( ", " )");
        fields.add(field + " == \"" + code + "\"");
        for (String one : more) {
            if (!one.isEmpty()) {
                fields.add(one);
            }
        }
        return fields.toString();
    }

    private static String window(int withinDays) {
        return withinDays == Fact.EVER ? "" : "withinDays == " + withinDays;
    }

    private static String atLeast(String field, int limit) {
        return limit == 1 ? "" : field + " >= " + limit;
    }

    private static String aged(AgedCondition aged) {
        StringJoiner bounds = new StringJoiner(", ", "YoungPerson( ", " )");
        aged.bounds()
                .forEach(bound -> bounds.add(
                        bound.field().accessor() + " " + bound.comparison().symbol() + " " + bound.limit()));
        return bounds.toString();
    }

    private String recommended(RecommendedCondition recommended) {
        StringJoiner fields = new StringJoiner(", ", "Recommended( ", " )");
        fields.add("pathway == " + recommended.pathway());
        if (!recommended.level().equals(manifest.lowestLevel())) {
            fields.add(
                    "level == " + recommended.level().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        if (recommended.urgency() != Urgency.PLANNED) {
            fields.add("urgency == " + recommended.urgency());
        }
        return (recommended.negated() ? "not " : "") + fields;
    }

    /** A figure without the point that a whole one does not need. */
    public static String figure(double figure) {
        return new java.math.BigDecimal(Double.toString(figure))
                .stripTrailingZeros()
                .toPlainString();
    }
}
