package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Asks;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;

/**
 * Finds what to ask, by asking: for each factor that is not known and that some rule reads, screens again with the
 * answers it might have, and keeps the question where an answer would change a pathway, the urgency, an action or a
 * block.
 */
final class Questions {

    private static final String PROPOSAL = "proposal";

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
                .flatMap(factor ->
                        question(file, verdict, factor)
                                .map(question -> ranked(file, verdict, factor, question))
                                .stream())
                .sorted(RankedQuestion.mostFirst())
                .map(RankedQuestion::question)
                .toList();
    }

    private static RankedQuestion ranked(CaseFile file, Verdict verdict, Factor factor, Question question) {
        boolean unsettled = file.answer(factor.id()).filter(Answer::isUnsettled).isPresent();
        return new RankedQuestion(question, factor.domain().equals(PROPOSAL), unsettled, verdict);
    }

    private Optional<Question> question(CaseFile file, Verdict verdict, Factor factor) {
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

    /** Yes; and no where that could matter: a factor that was not asked is no news where no rule reads its no. */
    private Stream<Supposition> yesOrNo(CaseFile file, Factor factor) {
        Supposition yes = Supposition.yes(factor.id(), factor.kind() == FactorKind.EVENT ? file.today() : null);
        boolean noMatters = file.answer(factor.id()).isPresent() || read.readsNo(factor.id());
        return noMatters ? Stream.of(yes, Supposition.no(factor.id())) : Stream.of(yes);
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

    private Optional<Question> all(CaseFile file, Verdict verdict, Factor factor, Stream<Supposition> answers) {
        List<Change> changes = changes(file, verdict, answers).toList();
        return question(factor, Asks.YES_NO, factor.question(), changes);
    }

    private Optional<Question> first(
            CaseFile file, Verdict verdict, Factor factor, Asks asks, String text, Stream<Supposition> answers) {
        return question(
                factor, asks, text, changes(file, verdict, answers).limit(1).toList());
    }

    private Stream<Change> changes(CaseFile file, Verdict verdict, Stream<Supposition> answers) {
        return answers.flatMap(
                answer -> Changes.between(verdict, screen.apply(answer.in(file.current())), answer.shown()).stream());
    }

    private static Optional<Question> question(Factor factor, Asks asks, String text, List<Change> changes) {
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Question(factor.id(), asks, text, changes));
    }
}
