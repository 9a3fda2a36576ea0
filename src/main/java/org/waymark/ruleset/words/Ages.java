package org.waymark.ruleset.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;
import org.waymark.screening.rule.Comparison;

/** Ages in words: {@code the child is aged 13 to 15}. */
final class Ages {

    /** From this age on "young person" reads better than "child"; both are the same person in law until 18. */
    private static final int YOUNG_PERSON = 16;

    private static final int ADULT = 18;

    private Ages() {}

    static Phrase of(AgedCondition condition) {
        List<Phrase> said = new ArrayList<>();
        for (Field field : List.of(Field.AGE, Field.MONTHS)) {
            List<Bound> bounds = of(condition, field);
            if (!bounds.isEmpty()) {
                said.add(Phrase.plain("is ").then(Phrase.figure(aged(bounds, field == Field.MONTHS ? " months" : ""))));
            }
        }
        of(condition, Field.DAYS_TO_18)
                .forEach(bound -> said.add(Phrase.figure(toBirthday(bound.comparison(), bound.limit()))));
        return Phrase.plain(who(condition) + " ").then(Phrase.list(said, ", ", " and "));
    }

    private static List<Bound> of(AgedCondition condition, Field field) {
        return condition.bounds().stream()
                .filter(bound -> bound.field() == field)
                .toList();
    }

    private static String who(AgedCondition condition) {
        boolean older = of(condition, Field.AGE).stream()
                .anyMatch(bound -> bound.limit() > ADULT || (isLower(bound) && bound.limit() >= YOUNG_PERSON));
        return older || !of(condition, Field.DAYS_TO_18).isEmpty() ? "the young person" : "the child";
    }

    private static boolean isLower(Bound bound) {
        return bound.comparison() != Comparison.LESS && bound.comparison() != Comparison.AT_MOST;
    }

    private static String aged(List<Bound> bounds, String unit) {
        Optional<Bound> from = find(bounds, Comparison.AT_LEAST);
        Optional<Bound> to = find(bounds, Comparison.AT_MOST);
        if (bounds.size() == 2 && from.isPresent() && to.isPresent()) {
            return "aged " + from.get().limit() + " to " + to.get().limit() + unit;
        }
        return "aged "
                + String.join(
                        " and ", bounds.stream().map(bound -> aged(bound, unit)).toList());
    }

    private static Optional<Bound> find(List<Bound> bounds, Comparison comparison) {
        return bounds.stream().filter(bound -> bound.comparison() == comparison).findFirst();
    }

    private static String aged(Bound bound, String unit) {
        return switch (bound.comparison()) {
            case EQUAL -> bound.limit() + unit;
            case LESS -> "under " + bound.limit() + unit;
            case AT_MOST -> bound.limit() + unit + " or under";
            case MORE -> "over " + bound.limit() + unit;
            case AT_LEAST -> bound.limit() + unit + " or over";
        };
    }

    private static String toBirthday(Comparison comparison, int days) {
        return switch (comparison) {
            case EQUAL -> "turns 18 in exactly " + days + " days";
            case LESS -> "turns 18 in fewer than " + days + " days";
            case AT_MOST -> "turns 18 in " + days + " days or fewer";
            case MORE -> "turns 18 in more than " + days + " days";
            case AT_LEAST -> "turns 18 in " + days + " days or more";
        };
    }
}
