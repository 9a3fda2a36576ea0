package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;

/** The bounds of an age that changed. A bound was another before if it bounds the same field on the same side. */
final class AgeChanges {

    private final List<Bound> removed;
    private final List<Bound> added;

    AgeChanges(AgedCondition was, AgedCondition is) {
        removed = new ArrayList<>(was.bounds());
        added = new ArrayList<>(is.bounds());
        for (Bound bound : was.bounds()) {
            if (added.remove(bound)) {
                removed.remove(bound);
            }
        }
    }

    List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        pair((old, now) -> old.field() == now.field() && old.comparison() == now.comparison(), details);
        pair((old, now) -> old.field() == now.field(), details);
        added.forEach(bound -> details.add(Detail.added(
                name(bound.field()),
                limit(bound),
                "now also asks for " + name(bound.field()) + " " + limit(bound),
                Direction.FEWER_CASES)));
        removed.forEach(bound -> details.add(Detail.removed(
                name(bound.field()),
                limit(bound),
                "no longer asks for " + name(bound.field()) + " " + limit(bound),
                Direction.MORE_CASES)));
        return details;
    }

    private void pair(BiPredicate<Bound, Bound> like, List<Detail> details) {
        for (Bound old : List.copyOf(removed)) {
            added.stream().filter(now -> like.test(old, now)).findFirst().ifPresent(now -> {
                removed.remove(old);
                added.remove(now);
                details.add(Detail.became("", name(now.field()), limit(old), limit(now), side(old, now)));
            });
        }
    }

    private static @Nullable Direction side(Bound old, Bound now) {
        return old.comparison() == now.comparison()
                ? FigureChanges.side(now.comparison(), now.limit() > old.limit())
                : null;
    }

    private static String limit(Bound bound) {
        return FigureChanges.limit(bound.comparison(), bound.limit());
    }

    private static String name(Field field) {
        return switch (field) {
            case AGE -> "age in years";
            case MONTHS -> "age in months";
            case DAYS_TO_18 -> "days until 18";
        };
    }
}
