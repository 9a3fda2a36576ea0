package org.waymark.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Occurrences;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Asks;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;

/**
 * Finds what to ask, by asking: for each factor that is not known and that some rule or guard reads, screens again with
 * the answers it might have, and keeps the question where an answer would change a pathway, the urgency, an action or a
 * block. Each answer is tried by itself; what two answers would change together is not looked for.
 */
final class Questions {

    private static final String PROPOSAL = "proposal";

    private final ReadFactors read;
    private final Function<CaseFile, Verdict> screen;

    /** A change, and the question to which it answers. */
    private record Effect(String question, Change change) {}

    /**
     * @param screen what a file comes to
     */
    Questions(ReadFactors read, Function<CaseFile, Verdict> screen) {
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
        return new RankedQuestion(question, factor.domain().equals(PROPOSAL), isUnsettled(file, factor), verdict);
    }

    private static boolean isUnsettled(CaseFile file, Factor factor) {
        return file.answer(factor.id()).filter(Answer::isUnsettled).isPresent();
    }

    private Optional<Question> question(CaseFile file, Verdict now, Factor factor) {
        Optional<Answer> answer = file.answer(factor.id());
        if (answer.isEmpty() || answer.get().isUnsettled()) {
            return switch (factor.kind()) {
                case STATE -> yesOrNo(file, now, factor);
                case EVENT -> whether(file, now, factor);
                case MEASURE -> howMuch(file, now, factor);
            };
        } else if (answer.get() == Answer.YES && factor.kind() == FactorKind.EVENT) {
            return (isUndated(file, factor) ? when(file, now, factor) : Optional.<Question>empty())
                    .or(() -> howMany(file, now, factor));
        }
        return Optional.empty();
    }

    private Optional<Question> yesOrNo(CaseFile file, Verdict now, Factor factor) {
        List<Change> changes = Stream.concat(
                        change(now, Supposition.yes(file, factor.id(), null)).stream(), no(file, now, factor).stream())
                .toList();
        return question(factor, Asks.YES_NO, factor.question(), changes);
    }

    /** Whether it happened, today; and where once would change nothing, how often it would have to. */
    private Optional<Question> whether(CaseFile file, Verdict now, Factor factor) {
        Optional<Change> today = change(now, Supposition.yes(file, factor.id(), file.today()));
        Optional<Change> no = no(file, now, factor);
        Optional<Effect> often = today.isPresent() ? Optional.empty() : smallest(now, counts(file, now, factor));
        List<Change> changes = Stream.of(today, often.map(Effect::change), no)
                .flatMap(Optional::stream)
                .toList();
        return often.isPresent()
                ? question(factor, Asks.HOW_MANY, often.get().question(), changes)
                : question(factor, Asks.YES_NO, factor.question(), changes);
    }

    private Optional<Question> howMuch(CaseFile file, Verdict now, Factor factor) {
        Optional<Change> smallest = smallest(now, values(file, now, factor)).map(Effect::change);
        List<Change> changes = Stream.of(smallest, no(file, now, factor))
                .flatMap(Optional::stream)
                .toList();
        return question(factor, Asks.VALUE, factor.question(), changes);
    }

    private Optional<Question> when(CaseFile file, Verdict now, Factor factor) {
        return smallest(now, days(file, now, factor)).map(effect -> one(factor, Asks.WHEN, effect));
    }

    private Optional<Question> howMany(CaseFile file, Verdict now, Factor factor) {
        return smallest(now, counts(file, now, factor)).map(effect -> one(factor, Asks.HOW_MANY, effect));
    }

    private static boolean isUndated(CaseFile file, Factor factor) {
        return file.said(factor.id()).stream()
                .filter(said -> said.answer() == Answer.YES)
                .allMatch(Said::undated);
    }

    /** What no would change, where it could matter: of what was not asked no is no news, unless a rule reads it. */
    private Optional<Change> no(CaseFile file, Verdict now, Factor factor) {
        return isUnsettled(file, factor) || read.readsNo(factor.id())
                ? change(now, Supposition.no(file, factor.id()))
                : Optional.empty();
    }

    /** The figures at the rules' own limits, the smallest first. */
    private Stream<Effect> values(CaseFile file, Verdict now, Factor factor) {
        return read.figures(factor.id()).stream()
                .map(Questions::atLimit)
                .distinct()
                .sorted()
                .flatMap(value -> effect(now, factor.question(), Supposition.value(file, factor.id(), value)));
    }

    private static BigDecimal atLimit(FigureCondition condition) {
        double step =
                condition.comparison() == Comparison.MORE ? 1 : condition.comparison() == Comparison.LESS ? -1 : 0;
        return new BigDecimal(String.valueOf(condition.limit() + step)).stripTrailingZeros();
    }

    /** The days at the far end of the rules' own windows, the longest ago first. */
    private Stream<Effect> days(CaseFile file, Verdict now, Factor factor) {
        String question = "When did this last happen: " + factor.label() + "?";
        return read.windows(factor.id()).stream()
                .map(days -> file.today().minusDays(days))
                .flatMap(day -> effect(now, question, Supposition.on(file, factor.id(), day)));
    }

    /**
     * The counts at the rules' own limits, the smallest first and of equal ones that of the shortest window, which is
     * within every longer one too.
     */
    private Stream<Effect> counts(CaseFile file, Verdict now, Factor factor) {
        return read.events(factor.id()).stream()
                .filter(event -> event.times() > 1)
                .filter(event -> known(file, event).timesWithin(event.withinDays()) < event.times())
                .sorted(Comparator.comparingInt(EventCondition::times)
                        .thenComparing(event -> event.withinDays() == Fact.EVER)
                        .thenComparing(EventCondition::withinDays))
                .flatMap(event -> effect(now, howMany(factor, event.withinDays()), often(file, event)));
    }

    private static Occurrences known(CaseFile file, EventCondition event) {
        return event.offence() ? file.offences(event.factor()) : file.occurrences(event.factor());
    }

    private static Supposition often(CaseFile file, EventCondition event) {
        boolean ever = event.withinDays() == Fact.EVER;
        // A count over no stated period must not look like a yes without a day.
        LocalDate last = ever ? file.occurrences(event.factor()).latest().orElse(file.today()) : null;
        return Supposition.times(file, event.factor(), event.times(), ever ? null : event.withinDays(), last);
    }

    private static String howMany(Factor factor, int withinDays) {
        String period = withinDays == Fact.EVER ? "" : " in the last " + withinDays + " days";
        return "How many times has this happened" + period + ": " + factor.label() + "?";
    }

    /** The first that takes nothing away and slows nothing down; where there is none the first that changes anything. */
    private static Optional<Effect> smallest(Verdict now, Stream<Effect> effects) {
        List<Effect> all = effects.toList();
        return all.stream()
                .filter(effect -> onlyRaises(now, effect.change()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static boolean onlyRaises(Verdict now, Change change) {
        Urgency then = change.urgency();
        boolean slower = now.urgency()
                .filter(before -> then == null || !then.isAtLeast(before))
                .isPresent();
        return change.removes().isEmpty() && change.unblocks().isEmpty() && !slower;
    }

    private Stream<Effect> effect(Verdict now, String question, Supposition supposed) {
        return change(now, supposed).map(change -> new Effect(question, change)).stream();
    }

    private Optional<Change> change(Verdict now, Supposition supposed) {
        return Changes.between(now, screen.apply(supposed.file()), supposed.shown());
    }

    private static Question one(Factor factor, Asks asks, Effect effect) {
        return new Question(factor.id(), asks, effect.question(), List.of(effect.change()));
    }

    private static Optional<Question> question(Factor factor, Asks asks, String text, List<Change> changes) {
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Question(factor.id(), asks, text, changes));
    }
}
