package org.waymark.ruleset.words;

import java.math.BigDecimal;
import org.waymark.assessment.Agency;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/** One condition in words. Each is a clause of its own, with its verb, and stands alone. */
final class Conditions {

    private final Names names;

    Conditions(Names names) {
        this.names = names;
    }

    Phrase of(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return answered(answered);
        } else if (condition instanceof EventCondition event) {
            return event(event);
        } else if (condition instanceof FigureCondition figure) {
            return figure(figure);
        } else if (condition instanceof CountCondition count) {
            return count(count);
        } else if (condition instanceof UnsettledCondition unsettled) {
            return unsettled(unsettled);
        } else if (condition instanceof AgedCondition aged) {
            return Ages.of(aged);
        } else if (condition instanceof RecommendedCondition recommended) {
            return recommended(recommended);
        } else if (condition instanceof ContactCondition contact) {
            return Phrase.plain("this contact was made by " + agency(contact.referredBy()));
        } else if (condition instanceof AreaCondition area) {
            return Phrase.plain("the area has " + names.attribute(area.attribute()));
        }
        throw new IllegalArgumentException("no words for " + condition);
    }

    private Phrase answered(AnsweredCondition condition) {
        Phrase factor = names.factor(condition.factor());
        return switch (condition.kind()) {
            case YES -> Phrase.plain("there is a yes to ").then(factor);
            case NO -> Phrase.plain("there is a no to ").then(factor);
            case UNKNOWN -> Phrase.plain("it was asked and nobody knows about ").then(factor);
            case UNCLEAR -> Phrase.plain("the answer about ").then(factor).then(" is yet to clarify");
            case NOT_YES -> Phrase.plain("nobody has said yes to ").then(factor);
        };
    }

    private Phrase event(EventCondition condition) {
        Phrase shown = Phrase.plain("the record shows ")
                .then(names.factor(condition.factor()))
                .then(", ")
                .then(Phrase.figure(howOften(condition)));
        return condition.offence()
                ? shown.then(", reported by police or youth justice and not ended in no further action")
                : shown;
    }

    /** At least one of the two is said, so that lines which differ in a figure have their figures in one place. */
    private static String howOften(EventCondition condition) {
        String times = condition.times() == 1 ? "" : "at least " + condition.times() + " times ";
        return times + window(condition.withinDays());
    }

    private static String window(int days) {
        return switch (days) {
            case Fact.EVER -> "at any time";
            case 1 -> "in the last day";
            default -> "in the last " + days + " days";
        };
    }

    private Phrase figure(FigureCondition condition) {
        String unit = names.unit(condition.factor());
        String limit =
                BigDecimal.valueOf(condition.limit()).stripTrailingZeros().toPlainString();
        // "1 independent sources" would be wrong, and how a unit makes its singular is not known.
        String counted = limit.equals("1") ? limit + " (" + unit + ")" : limit + " " + unit;
        Phrase figure = Phrase.plain("the figure for ")
                .then(names.factor(condition.factor()))
                .then(" is ")
                .then(Phrase.figure(compared(condition.comparison()) + counted));
        return condition.withinDays() == Fact.EVER
                ? figure
                : figure.then(", dated ").then(Phrase.figure(window(condition.withinDays())));
    }

    private static String compared(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "exactly ";
            case LESS -> "less than ";
            case AT_MOST -> "at most ";
            case MORE -> "more than ";
            case AT_LEAST -> "at least ";
        };
    }

    private Phrase count(CountCondition condition) {
        Phrase counted = Phrase.plain("there is a yes to ")
                .then(Phrase.figure("at least " + number(condition.factors())))
                .then(" of the ")
                .then(names.group(condition.group()));
        if (condition.domains() > 1) {
            counted = counted.then(", from ")
                    .then(Phrase.figure("at least " + condition.domains()))
                    .then(" parts of life");
        }
        return condition.withinDays() == Fact.EVER
                ? counted
                : counted.then(", holding now or dated ").then(Phrase.figure(window(condition.withinDays())));
    }

    private Phrase unsettled(UnsettledCondition condition) {
        return Phrase.figure("at least " + number(condition.factors()))
                .then(" of the ")
                .then(names.group(condition.group()))
                .then(
                        condition.factors() == 1
                                ? " was asked and is not known or yet to clarify"
                                : " were asked and are not known or yet to clarify");
    }

    private Phrase recommended(RecommendedCondition condition) {
        Phrase said = Phrase.plain(names.pathway(condition.pathway())
                + (condition.negated() ? " is not " : " is ")
                + (condition.pathway() == Pathway.ENFORCEMENT ? "to be considered" : "recommended"));
        if (!condition.level().equals(names.lowestLevel())) {
            said = said.then(" ").then(Phrase.figure("at level " + condition.level() + " or above"));
        }
        return condition.urgency() == Urgency.PLANNED
                ? said
                : said.then(" ").then(Phrase.figure(Clocks.within(condition.urgency()) + " or sooner"));
    }

    private static String number(int count) {
        return count == 1 ? "one" : String.valueOf(count);
    }

    private static String agency(Agency agency) {
        return switch (agency) {
            case POLICE -> "the police";
            case SCHOOL -> "a school";
            case HEALTH -> "a health service";
            case SOCIAL_CARE -> "children's social care";
            case YOUTH_JUSTICE -> "youth justice";
            case HOUSING -> "a housing service";
            case VOLUNTARY_SECTOR -> "a voluntary organisation";
            case PARENT -> "a parent or carer";
            case SELF -> "the young person";
            case ANONYMOUS -> "somebody who gave no name";
            case OTHER_AREA -> "another area";
            case OTHER -> "somebody else";
        };
    }
}
