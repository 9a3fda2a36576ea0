package org.waymark.casework.judgement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.assessment.Answer;

/**
 * Which outcomes count in the history of the next screening, and as what: a row says that this outcome with this result
 * answers these factors of the catalogue. An outcome in no row is kept, and no rule reads it. A policy choice, made of
 * what the factors of the domain {@code status} ask; there is no published list.
 */
public final class OutcomeTable {

    /** Stands for every result that no other row of the same outcome names. */
    private static final String ANY = "*";

    /**
     * An answer about one factor.
     *
     * @param event whether it happened on the day, rather than held since then
     */
    public record Answered(String factor, Answer answer, boolean event) {}

    private record Row(String what, Set<String> results, List<Answered> answers) {}

    private static final List<Row> ROWS = List.of(
            row("strategy-discussion", "not-held, not-needed, declined, refused, cancelled, postponed"),
            row("strategy-discussion", ANY, happened("strategy-discussion-held")),
            row("nrm-referral", "made, sent, pending", happened("nrm-referral"), holds("nrm-pending")),
            row("nrm-decision", "reasonable-grounds-positive", holds("nrm-pending")),
            row("nrm-decision", "conclusive-grounds-positive, positive", ended("nrm-pending"), ended("nrm-negative")),
            row(
                    "nrm-decision",
                    "reasonable-grounds-negative, conclusive-grounds-negative, negative",
                    ended("nrm-pending"),
                    holds("nrm-negative")),
            row("mace-review", "not-held, cancelled, postponed"),
            row("mace-review", "opened", happened("mace-review"), holds("mace-open")),
            row("mace-review", "closed", happened("mace-review"), ended("mace-open")),
            row("mace-review", ANY, happened("mace-review")),
            row("mace", "opened, accepted", holds("mace-open")),
            row("mace", "closed", ended("mace-open")),
            row("support-offer", "refused, declined, turned-down", happened("support-refused")),
            row("early-help", "opened, accepted", holds("early-help-open")),
            row("early-help", "closed", ended("early-help-open")),
            row("early-help", "refused, declined, turned-down", happened("support-refused")),
            row("early-help-review", "no-progress", happened("early-help-no-progress")),
            row("child-in-need-plan", "opened, made", holds("child-in-need")),
            row("child-in-need-plan", "closed, ended", ended("child-in-need")),
            row("child-protection-conference", "plan-made", holds("child-protection-plan")),
            row("child-protection-plan", "opened, made", holds("child-protection-plan")),
            row("child-protection-plan", "closed, ended", ended("child-protection-plan")),
            row("care", "started", holds("looked-after")),
            row("care", "ended", ended("looked-after")),
            row("youth-justice-consultation", "held, completed", holds("youth-justice-consulted")),
            row("youth-justice", "opened", holds("open-to-youth-justice")),
            row("youth-justice", "closed", ended("open-to-youth-justice")),
            row("referral", "declined, refused, no-further-action", happened("contact-no-further-action")),
            row("mental-health-referral", "declined, refused", happened("camhs-declined")));

    /** Outcomes that no rule reads and a clock over recorded decisions does. */
    private static final List<String> CLOCKED = List.of("social-work-assessment", "exploitation-risk-assessment");

    private OutcomeTable() {}

    private static Row row(String what, String results, Answered... answers) {
        return new Row(what, Set.of(results.split(", ")), List.of(answers));
    }

    private static Answered happened(String factor) {
        return new Answered(factor, Answer.YES, true);
    }

    private static Answered holds(String factor) {
        return new Answered(factor, Answer.YES, false);
    }

    private static Answered ended(String factor) {
        return new Answered(factor, Answer.NO, false);
    }

    /** What an outcome answers; nothing where no rule reads it. Capitals and spaces in a result are no difference. */
    public static List<Answered> answers(String what, String result) {
        Optional<Row> named = rowOf(what, code(result));
        return named.or(() -> rowOf(what, ANY)).map(Row::answers).orElse(List.of());
    }

    /** A result as a code, whether it was written as one or in words. */
    public static String code(String result) {
        return result.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Optional<Row> rowOf(String what, String result) {
        return ROWS.stream()
                .filter(row -> row.what().equals(what) && row.results().contains(result))
                .findFirst();
    }

    /** The outcomes that are known, in the order of the table. */
    public static Set<String> known() {
        Set<String> known = ROWS.stream().map(Row::what).collect(Collectors.toCollection(LinkedHashSet::new));
        known.addAll(CLOCKED);
        return known;
    }

    /** Every answer that some outcome gives. */
    static List<Answered> all() {
        return ROWS.stream().flatMap(row -> row.answers().stream()).distinct().toList();
    }
}
