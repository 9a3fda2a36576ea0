package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.Wording;
import org.waymark.ruleset.words.Clocks;
import org.waymark.ruleset.words.Names;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/** The figures of a condition that asks of the same thing as before, each that changed with its old and its new value. */
final class FigureChanges {

    private final Catalogue catalogue;
    private final Names names;
    private final Manifest before;
    private final Manifest after;

    FigureChanges(CheckedRules before, CheckedRules after) {
        this.catalogue = after.catalogue();
        this.names = new Names(after);
        this.before = before.manifest();
        this.after = after.manifest();
    }

    List<Detail> of(Condition was, Condition is) {
        if (was instanceof AnsweredCondition old && is instanceof AnsweredCondition now) {
            return Detail.ifOther(factor(now.factor()), "answer", answer(old), answer(now));
        } else if (was instanceof EventCondition old && is instanceof EventCondition now) {
            return event(factor(now.factor()), old, now);
        } else if (was instanceof FigureCondition old && is instanceof FigureCondition now) {
            return figure(factor(now.factor()), old, now);
        } else if (was instanceof CountCondition old && is instanceof CountCondition now) {
            return count(names.group(now.group()).text(), old, now);
        } else if (was instanceof UnsettledCondition old && is instanceof UnsettledCondition now) {
            String of = names.group(now.group()).text() + " not settled";
            return least(of, "how many", old.factors(), now.factors());
        } else if (was instanceof RecommendedCondition old && is instanceof RecommendedCondition now) {
            return recommended(old, now);
        } else if (was instanceof AgedCondition old && is instanceof AgedCondition now) {
            return new AgeChanges(old, now).details();
        }
        throw new IllegalArgumentException("no figures to compare in " + was + " and " + is);
    }

    private String factor(String id) {
        return catalogue.factor(id).map(Factor::label).orElse(id);
    }

    private static String answer(AnsweredCondition condition) {
        return condition.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Detail> event(String of, EventCondition old, EventCondition now) {
        List<Detail> details = new ArrayList<>(window(of, old.withinDays(), now.withinDays()));
        details.addAll(least(of, "times", old.times(), now.times()));
        if (old.offence() != now.offence()) {
            details.add(Detail.became(
                    of, "who reported it", reportedBy(old), reportedBy(now), Direction.cases(old.offence())));
        }
        return details;
    }

    private static String reportedBy(EventCondition condition) {
        return condition.offence() ? "police or youth justice only" : "anybody";
    }

    private static List<Detail> figure(String of, FigureCondition old, FigureCondition now) {
        List<Detail> details = new ArrayList<>(window(of, old.withinDays(), now.withinDays()));
        if (old.comparison() != now.comparison() || old.limit() != now.limit()) {
            details.add(Detail.became(
                    of,
                    "limit",
                    limit(old.comparison(), old.limit()),
                    limit(now.comparison(), now.limit()),
                    old.comparison() == now.comparison() ? side(now.comparison(), now.limit() > old.limit()) : null));
        }
        return details;
    }

    static String limit(Comparison comparison, double limit) {
        String words = switch (comparison) {
            case EQUAL -> "exactly ";
            case LESS -> "less than ";
            case AT_MOST -> "at most ";
            case MORE -> "more than ";
            case AT_LEAST -> "at least ";
        };
        return words + Wording.plain(limit);
    }

    /** Where a limit went up, or down, and the comparison stayed. */
    static @Nullable Direction side(Comparison comparison, boolean up) {
        return switch (comparison) {
            case EQUAL -> null;
            case LESS, AT_MOST -> Direction.cases(up);
            case MORE, AT_LEAST -> Direction.cases(!up);
        };
    }

    private static List<Detail> count(String of, CountCondition old, CountCondition now) {
        return Detail.all(
                least(of, "how many", old.factors(), now.factors()),
                least(of, "from how many parts of life", old.domains(), now.domains()),
                window(of, old.withinDays(), now.withinDays()));
    }

    private static List<Detail> window(String of, int old, int now) {
        if (old == now) {
            return List.of();
        }
        boolean longer = now == Fact.EVER || (old != Fact.EVER && now > old);
        return List.of(Detail.became(of, "within days", days(old), days(now), Direction.cases(longer)));
    }

    private static String days(int days) {
        return days == Fact.EVER ? "any" : String.valueOf(days);
    }

    private static List<Detail> least(String of, String what, int old, int now) {
        return old == now
                ? List.of()
                : List.of(
                        Detail.became(of, what, String.valueOf(old), String.valueOf(now), Direction.cases(now < old)));
    }

    private List<Detail> recommended(RecommendedCondition old, RecommendedCondition now) {
        String of = "asked of " + names.pathway(now.pathway());
        List<Detail> details = new ArrayList<>(Detail.ifOther(of, "result", result(old), result(now)));
        boolean turned = old.negated() != now.negated();
        if (!old.level().equals(now.level())) {
            details.add(Detail.became(of, "level", old.level(), now.level(), turned ? null : level(old, now)));
        }
        if (old.urgency() != now.urgency()) {
            boolean slower = now.urgency().compareTo(old.urgency()) > 0;
            details.add(Detail.became(
                    of,
                    "clock",
                    Clocks.within(old.urgency()),
                    Clocks.within(now.urgency()),
                    turned ? null : Direction.cases(slower != now.negated())));
        }
        return details;
    }

    private static String result(RecommendedCondition condition) {
        return condition.negated() ? "not recommended" : "recommended";
    }

    private @Nullable Direction level(RecommendedCondition old, RecommendedCondition now) {
        Integer rise = Levels.rise(before, after, old.level(), now.level());
        return rise == null ? null : Direction.cases((rise < 0) != now.negated());
    }
}
