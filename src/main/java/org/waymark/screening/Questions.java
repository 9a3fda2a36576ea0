package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Asks;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;

/**
 * Finds what to ask, by asking: for each factor that is not known and that some rule reads, screens again with the
 * answers it might have, and keeps the question where an answer would change a pathway, the urgency, an action or a
 * block.
 */
final class Questions {

    /** A question with the most that any of its answers would change, to order it by. */
    private record Ranked(Question question, int urgencyGained, long pathwaysChanged, int codesChanged) {}

    private final ReadFactors read;
    private final Function<Assessment, Verdict> screen;

    Questions(ReadFactors read, Function<Assessment, Verdict> screen) {
        this.read = read;
        this.screen = screen;
    }

    /** The questions that matter, the one that would change most first. */
    List<Question> about(CaseFile file, Verdict verdict) {
        return file.catalogue().factors().stream()
                .filter(factor -> read.mentions(factor.id()))
                .flatMap(factor -> question(file, verdict, factor).stream())
                .sorted(mostFirst())
                .map(Ranked::question)
                .toList();
    }

    private static Comparator<Ranked> mostFirst() {
        return Comparator.comparingInt(Ranked::urgencyGained)
                .thenComparingLong(Ranked::pathwaysChanged)
                .thenComparingInt(Ranked::codesChanged)
                .reversed();
    }

    private Optional<Ranked> question(CaseFile file, Verdict verdict, Factor factor) {
        Optional<Answer> answer = file.answer(factor.id());
        boolean open = answer.isEmpty() || answer.get().isUnsettled();
        if (open && factor.kind() == FactorKind.MEASURE) {
            return first(file, verdict, factor, Asks.VALUE, factor.question(), values(file, factor));
        } else if (open) {
            return all(file, verdict, factor, yesOrNo(file, factor));
        } else if (answer.get() == Answer.YES && factor.kind() == FactorKind.EVENT) {
            return isUndated(file, factor)
                    ? first(file, verdict, factor, Asks.WHEN, when(factor), days(file, factor))
                    : first(file, verdict, factor, Asks.HOW_MANY, howMany(factor), counts(file, factor));
        }
        return Optional.empty();
    }

    private static String when(Factor factor) {
        return "When did this last happen: " + factor.label() + "?";
    }

    private static String howMany(Factor factor) {
        return "How many times has this happened: " + factor.label() + "?";
    }

    private static boolean isUndated(CaseFile file, Factor factor) {
        return file.said(factor.id()).stream()
                .filter(said -> said.answer() == Answer.YES)
                .allMatch(Said::undated);
    }

    private static Stream<Supposition> yesOrNo(CaseFile file, Factor factor) {
        return Stream.of(
                Supposition.yes(factor.id(), factor.kind() == FactorKind.EVENT ? file.today() : null),
                Supposition.no(factor.id()));
    }

    /** The figures at the rules' own limits, the smallest first. */
    private Stream<Supposition> values(CaseFile file, Factor factor) {
        return read.figures(factor.id()).stream()
                .map(Questions::atLimit)
                .distinct()
                .sorted()
                .map(value -> Supposition.value(factor.id(), value, file.today()));
    }

    private static BigDecimal atLimit(FigureCondition condition) {
        double step =
                condition.comparison() == Comparison.MORE ? 1 : condition.comparison() == Comparison.LESS ? -1 : 0;
        return new BigDecimal(String.valueOf(condition.limit() + step)).stripTrailingZeros();
    }

    /** The days at the far end of the rules' own windows, the longest ago first. */
    private Stream<Supposition> days(CaseFile file, Factor factor) {
        return read.events(factor.id()).stream()
                .map(EventCondition::withinDays)
                .filter(days -> days != Fact.EVER)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(days -> Supposition.on(factor.id(), file.today().minusDays(days)));
    }

    /** The counts at the rules' own limits, the smallest first. */
    private Stream<Supposition> counts(CaseFile file, Factor factor) {
        return read.events(factor.id()).stream()
                .filter(event -> event.times() > 1)
                .filter(event -> file.occurrences(factor.id()).timesWithin(event.withinDays()) < event.times())
                .sorted(Comparator.comparingInt(EventCondition::times).thenComparing(EventCondition::withinDays))
                .map(event -> Supposition.times(
                        factor.id(),
                        event.times(),
                        event.withinDays() == Fact.EVER ? null : event.withinDays(),
                        event.withinDays() == Fact.EVER ? latest(file, factor) : null));
    }

    /** The last day that is known: a count over no stated period must not look like a yes without a day. */
    private static LocalDate latest(CaseFile file, Factor factor) {
        return file.occurrences(factor.id()).latest().orElse(file.today());
    }

    private Optional<Ranked> all(CaseFile file, Verdict verdict, Factor factor, Stream<Supposition> answers) {
        return ranked(
                factor,
                Asks.YES_NO,
                factor.question(),
                verdict,
                changes(file, verdict, answers).toList());
    }

    private Optional<Ranked> first(
            CaseFile file, Verdict verdict, Factor factor, Asks asks, String text, Stream<Supposition> answers) {
        return ranked(
                factor,
                asks,
                text,
                verdict,
                changes(file, verdict, answers).limit(1).toList());
    }

    private Stream<Change> changes(CaseFile file, Verdict verdict, Stream<Supposition> answers) {
        return answers.flatMap(
                answer -> change(verdict, screen.apply(answer.in(file.current())), answer.shown()).stream());
    }

    private static Optional<Change> change(Verdict before, Verdict after, String answer) {
        Set<Coded> adds = codes(after);
        adds.removeAll(codes(before));
        Set<Coded> removes = codes(before);
        removes.removeAll(codes(after));
        Urgency urgency = after.urgency().orElse(null);
        if (adds.isEmpty() && removes.isEmpty() && after.urgency().equals(before.urgency())) {
            return Optional.empty();
        }
        return Optional.of(new Change(answer, told(adds), told(removes), urgency));
    }

    private static Set<Coded> codes(Verdict verdict) {
        Set<Coded> codes = new LinkedHashSet<>(verdict.pathways().keySet());
        codes.addAll(verdict.actions().keySet());
        codes.addAll(verdict.blocks().keySet());
        return codes;
    }

    private static List<String> told(Set<Coded> codes) {
        return codes.stream().map(Coded::code).distinct().toList();
    }

    private static Optional<Ranked> ranked(
            Factor factor, Asks asks, String text, Verdict before, List<Change> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        int now = before.urgency().map(Enum::ordinal).orElse(Urgency.values().length);
        int gained = changes.stream()
                .mapToInt(change ->
                        now - (change.urgency() == null ? now : change.urgency().ordinal()))
                .max()
                .orElse(0);
        Map<String, Long> pathways = new LinkedHashMap<>();
        List<String> all = new ArrayList<>();
        changes.forEach(change -> {
            all.addAll(change.adds());
            all.addAll(change.removes());
        });
        Stream.of(Pathway.values())
                .forEach(pathway -> pathways.put(
                        pathway.code(),
                        all.stream().filter(pathway.code()::equals).count()));
        long moved = pathways.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Ranked(new Question(factor.id(), asks, text, changes), gained, moved, all.size()));
    }
}
