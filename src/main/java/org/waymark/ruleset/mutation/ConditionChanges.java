package org.waymark.ruleset.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.waymark.assessment.Catalogue;
import org.waymark.ruleset.Wording;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * What a tired hand could make of one condition: each figure one up and one down, each comparison another, another
 * answer, and a {@code not} left out. Some of these mean the same as the condition, or as one another.
 */
final class ConditionChanges {

    private final Catalogue catalogue;
    private final Manifest manifest;

    ConditionChanges(RuleSet ruleSet) {
        this.catalogue = ruleSet.catalogue();
        this.manifest = ruleSet.manifest();
    }

    /** The changes of one condition of a line, of which the others help to say which figure is meant. */
    List<Change<Condition>> of(Condition condition, List<Condition> others) {
        Collector changes = new Collector(subject(condition, others));
        if (condition instanceof AnsweredCondition answered) {
            answer(answered, changes);
        } else if (condition instanceof EventCondition event) {
            event(event, changes);
        } else if (condition instanceof FigureCondition figure) {
            figure(figure, changes);
        } else if (condition instanceof CountCondition count) {
            count(count, changes);
        } else if (condition instanceof UnsettledCondition unsettled) {
            changes.nudged("factors", unsettled.factors(), 1, to -> new UnsettledCondition(unsettled.group(), to));
        } else if (condition instanceof AgedCondition aged) {
            age(aged, changes);
        } else if (condition instanceof RecommendedCondition recommended) {
            recommended(recommended, changes);
        }
        // An agency or an area's attribute has no figure and no neighbour: it can only be dropped.
        return changes.found;
    }

    /** What to name beside a figure: nothing, where no other condition of the line could have such a figure. */
    private static String subject(Condition condition, List<Condition> others) {
        String subject = subject(condition);
        return others.stream().map(ConditionChanges::subject).allMatch(String::isEmpty) ? "" : subject;
    }

    private static String subject(Condition condition) {
        if (condition instanceof EventCondition event) {
            return event.factor();
        } else if (condition instanceof FigureCondition figure) {
            return figure.factor();
        } else if (condition instanceof CountCondition count) {
            return count.group();
        } else if (condition instanceof UnsettledCondition unsettled) {
            return unsettled.group();
        }
        return "";
    }

    private static void answer(AnsweredCondition answered, Collector changes) {
        for (AnsweredCondition.Kind kind : AnsweredCondition.Kind.values()) {
            changes.add(Change.became(
                    new AnsweredCondition(kind, answered.factor()),
                    word(answered.kind().factName()),
                    word(kind.factName()),
                    answered.factor()));
        }
    }

    private void event(EventCondition event, Collector changes) {
        changes.window(
                event.withinDays(), days -> new EventCondition(event.factor(), days, event.times(), event.offence()));
        changes.nudged(
                "times",
                event.times(),
                1,
                times -> new EventCondition(event.factor(), event.withinDays(), times, event.offence()));
        if (catalogue.require(event.factor()).offence()) {
            changes.add(Change.became(
                    new EventCondition(event.factor(), event.withinDays(), event.times(), !event.offence()),
                    word(event.offence() ? "Offence" : "Happened"),
                    word(event.offence() ? "Happened" : "Offence"),
                    event.factor()));
        }
    }

    private static void figure(FigureCondition figure, Collector changes) {
        changes.window(
                figure.withinDays(),
                days -> new FigureCondition(figure.factor(), figure.comparison(), figure.limit(), days));
        changes.nudged(
                "value",
                figure.limit(),
                limit -> new FigureCondition(figure.factor(), figure.comparison(), limit, figure.withinDays()));
        for (Comparison comparison : Comparison.values()) {
            changes.add(Change.became(
                    new FigureCondition(figure.factor(), comparison, figure.limit(), figure.withinDays()),
                    word(figure.comparison().symbol()),
                    word(comparison.symbol()),
                    changes.named("value")));
        }
    }

    private static void count(CountCondition count, Collector changes) {
        changes.window(
                count.withinDays(), days -> new CountCondition(count.group(), count.factors(), count.domains(), days));
        changes.nudged(
                "factors",
                count.factors(),
                1,
                factors -> new CountCondition(count.group(), factors, count.domains(), count.withinDays()));
        changes.nudged(
                "domains",
                count.domains(),
                1,
                domains -> new CountCondition(count.group(), count.factors(), domains, count.withinDays()));
    }

    private static void age(AgedCondition aged, Collector changes) {
        for (int i = 0; i < aged.bounds().size(); i++) {
            int index = i;
            Bound bound = aged.bounds().get(i);
            changes.nudged(
                    bound.field().accessor(),
                    bound.limit(),
                    0,
                    limit -> with(aged, index, new Bound(bound.field(), bound.comparison(), limit)));
            for (Comparison comparison : Comparison.values()) {
                changes.add(Change.became(
                        with(aged, index, new Bound(bound.field(), comparison, bound.limit())),
                        word(bound.comparison().symbol()),
                        word(comparison.symbol()),
                        bound.field().accessor()));
            }
        }
    }

    private static Condition with(AgedCondition aged, int index, Bound bound) {
        List<Bound> bounds = new ArrayList<>(aged.bounds());
        bounds.set(index, bound);
        return new AgedCondition(bounds);
    }

    private void recommended(RecommendedCondition recommended, Collector changes) {
        Steps.of(recommended.urgency())
                .forEach(urgency -> changes.add(Change.became(
                        with(recommended, recommended.level(), urgency, recommended.negated()),
                        recommended.urgency().code(),
                        urgency.code(),
                        "urgency")));
        Steps.of(manifest, recommended.level())
                .forEach(level -> changes.add(Change.became(
                        with(recommended, level, recommended.urgency(), recommended.negated()),
                        recommended.level(),
                        level,
                        "level")));
        if (recommended.negated()) {
            changes.add(Change.dropped(
                    with(recommended, recommended.level(), recommended.urgency(), false),
                    "`not` before `Recommended`"));
        }
    }

    private static Condition with(RecommendedCondition of, String level, Urgency urgency, boolean negated) {
        return new RecommendedCondition(of.pathway(), level, urgency, negated);
    }

    private static String word(String word) {
        return "`" + word + "`";
    }

    /** Gathers the changes of one condition. */
    private static final class Collector {

        private final String subject;
        private final List<Change<Condition>> found = new ArrayList<>();

        Collector(String subject) {
            this.subject = subject;
        }

        void add(Change<Condition> change) {
            found.add(change);
        }

        String named(String figure) {
            return subject.isEmpty() ? figure : figure + " of " + subject;
        }

        /** One up and one down, but not under the least that a rule file may say. */
        void nudged(String figure, int value, int least, IntFunction<Condition> to) {
            add(Change.became(to.apply(value + 1), value, value + 1, named(figure)));
            if (value > least) {
                add(Change.became(to.apply(value - 1), value, value - 1, named(figure)));
            }
        }

        void nudged(String figure, double value, DoubleFunction<Condition> to) {
            for (double other : new double[] {value + 1, value - 1}) {
                add(Change.became(to.apply(other), Wording.plain(value), Wording.plain(other), named(figure)));
            }
        }

        /** At any time is no figure, and has no neighbour. */
        void window(int withinDays, IntFunction<Condition> to) {
            if (withinDays != Fact.EVER) {
                nudged("withinDays", withinDays, 1, to);
            }
        }
    }
}
