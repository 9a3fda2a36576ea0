package org.waymark.ruleset.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Conclusions;

/** How results, days and limits are written in scenarios and in what is told of them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String days(Collection<LocalDate> days) {
        return days.stream().map(Words::day).collect(Collectors.joining(", "));
    }

    static String within(int days) {
        return days == Fact.EVER ? "at any time" : days == 1 ? "within 1 day" : "within " + days + " days";
    }

    static String limit(Comparison comparison, String limit) {
        return switch (comparison) {
            case EQUAL -> "exactly " + limit;
            case LESS -> "less than " + limit;
            case AT_MOST -> limit + " at most";
            case MORE -> "more than " + limit;
            case AT_LEAST -> "at least " + limit;
        };
    }

    /** A result with its level and urgency, where it has them: {@code mace high same-day}. */
    static String result(Coded code, @Nullable String level, @Nullable Urgency urgency) {
        return Stream.of(code.code(), level == null ? "" : level, urgency == null ? "" : urgency.code())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** All that a line gives, a phrase each, such as {@code action safety-plan}. */
    static List<String> results(Conclusions given) {
        return Stream.of(
                        given.pathways().stream()
                                .map(one -> "pathway " + result(one.pathway(), one.level(), one.urgency())),
                        given.services().stream().map(one -> "service " + one.code()),
                        given.actions().stream().map(one -> "action " + result(one.action(), null, one.urgency())),
                        given.blocks().stream().map(one -> "block " + one.code()),
                        given.flags().stream().map(one -> "flag " + one.code()))
                .flatMap(all -> all)
                .toList();
    }

    static String codes(Collection<? extends Coded> codes) {
        return codes.stream().map(Coded::code).collect(Collectors.joining(", "));
    }
}
