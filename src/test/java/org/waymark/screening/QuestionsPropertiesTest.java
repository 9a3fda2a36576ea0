package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Observation;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Asks;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RuleSet;

/** A question says what a screening with that answer gives, and nothing that one answer would change is left out. */
@AddLifecycleHook(ScreeningTries.OfWholeOutcomes.class)
class QuestionsPropertiesTest {

    private static final RuleSet RULES =
            ActiveRules.ruleSet().with(ActiveRules.ruleSet().rules());
    private static final Verdicts VERDICTS = new Verdicts(RULES);
    private static final Screener SCREENER = new Screener(RULES);

    @Provide
    Arbitrary<AnyCase> cases() {
        return AnyCase.of(RULES.catalogue());
    }

    private static List<Question> questions(AnyCase one) {
        return SCREENER.screen(one.current(), one.history()).questions();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void eachChangeIsWhatAScreeningWithThatAnswerGives(@ForAll("cases") AnyCase one) {
        for (Question question : questions(one)) {
            for (Change change : question.changes()) {
                assertThat(answers(one, question, change.answer()).map(answered -> change(one, answered, change)))
                        .as(question + " of " + one)
                        .contains(Optional.of(change));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noSmallerAnswerAtARulesLimitWouldRaiseAnything(@ForAll("cases") AnyCase one) {
        for (Question question : questions(one)) {
            if (question.asks() == Asks.VALUE) {
                BigDecimal shown = number(question);
                limits(question.factor())
                        .filter(value -> value.compareTo(shown) < 0)
                        .forEach(value ->
                                assertNothingIsRaised(one, value(one, question.factor(), value), question.toString()));
            } else if (question.asks() == Asks.HOW_MANY) {
                events(question.factor())
                        .filter(event -> BigDecimal.valueOf(event.times()).compareTo(number(question)) < 0)
                        .filter(event -> event.times() > 1 && !isKnown(one, event))
                        .forEach(event -> assertNothingIsRaised(one, often(one, event), question.toString()));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsNotAskedWouldChangeNothing(@ForAll("cases") AnyCase one) {
        List<String> asked = questions(one).stream().map(Question::factor).toList();
        CaseFile file = VERDICTS.file(one);
        for (Factor factor : RULES.catalogue().factors()) {
            Optional<Answer> answer = file.answer(factor.id());
            if (asked.contains(factor.id())) {
                continue;
            } else if (answer.isEmpty() || answer.get().isUnsettled()) {
                assertNothingChanges(one, with(one, observation(factor.id(), Answer.NO)));
                if (factor.kind() == FactorKind.MEASURE) {
                    limits(factor.id()).forEach(value -> assertNothingChanges(one, value(one, factor.id(), value)));
                } else {
                    assertNothingChanges(one, with(one, yesToday(factor)));
                    events(factor.id()).forEach(event -> assertNothingChanges(one, often(one, event)));
                }
            } else if (answer.get() == Answer.YES) {
                events(factor.id())
                        .filter(event -> event.times() > 1 && !isKnown(one, event))
                        .forEach(event -> assertNothingChanges(one, often(one, event)));
                if (isUndated(file, factor)) {
                    windows(factor.id())
                            .forEach(days ->
                                    assertNothingChanges(one, dated(one, factor.id(), AContact.TODAY.minusDays(days))));
                }
            }
        }
    }

    private static boolean isUndated(CaseFile file, Factor factor) {
        return factor.kind() == FactorKind.EVENT
                && file.said(factor.id()).stream()
                        .filter(said -> said.answer() == Answer.YES)
                        .allMatch(Said::undated);
    }

    /** The windows in which some rule looks for the event, by itself or in a group. */
    private static Stream<Integer> windows(String factor) {
        Stream<Integer> grouped = conditions()
                .filter(CountCondition.class::isInstance)
                .map(CountCondition.class::cast)
                .filter(count -> RULES.catalogue().group(count.group()).contains(factor))
                .map(CountCondition::withinDays);
        return Stream.concat(events(factor).map(EventCondition::withinDays), grouped)
                .filter(days -> days != Fact.EVER)
                .distinct();
    }

    private static BigDecimal number(Question question) {
        return new BigDecimal(question.changes().get(0).answer());
    }

    private static Optional<Change> change(AnyCase before, AnyCase after, Change like) {
        return Changes.between(VERDICTS.of(before), VERDICTS.of(after), like.answer());
    }

    private static void assertNothingChanges(AnyCase before, AnyCase after) {
        assertThat(Changes.between(VERDICTS.of(before), VERDICTS.of(after), ""))
                .as(after.toString())
                .isEmpty();
    }

    private static void assertNothingIsRaised(AnyCase before, AnyCase after, String question) {
        Changes.between(VERDICTS.of(before), VERDICTS.of(after), "")
                .ifPresent(change -> assertThat(!change.removes().isEmpty()
                                || !change.unblocks().isEmpty()
                                || VERDICTS.of(after)
                                                .urgency()
                                                .map(Enum::ordinal)
                                                .orElse(99)
                                        > VERDICTS.of(before)
                                                .urgency()
                                                .map(Enum::ordinal)
                                                .orElse(99))
                        .as(question + " while " + after + " gives " + change)
                        .isTrue());
    }

    /** The cases in which somebody gave this answer, told in every way that the question allows. */
    private static Stream<AnyCase> answers(AnyCase one, Question question, String answer) {
        Factor factor = RULES.catalogue().require(question.factor());
        if (answer.equals("no")) {
            return Stream.of(with(one, observation(factor.id(), Answer.NO)));
        } else if (answer.equals("yes")) {
            return Stream.of(with(one, yesToday(factor)));
        }
        return switch (question.asks()) {
            case YES_NO -> Stream.empty();
            case VALUE -> Stream.of(value(one, factor.id(), new BigDecimal(answer)));
            case WHEN -> Stream.of(dated(one, factor.id(), LocalDate.parse(answer)));
            case HOW_MANY ->
                events(factor.id())
                        .filter(event -> event.times() == Integer.parseInt(answer))
                        .filter(event -> question.question()
                                .contains(
                                        event.withinDays() == Fact.EVER
                                                ? " happened: "
                                                : " in the last " + event.withinDays() + " days: "))
                        .map(event -> often(one, event));
        };
    }

    private static Stream<Condition> conditions() {
        return RULES.rules().stream().flatMap(rule -> rule.conditions().stream());
    }

    private static Stream<BigDecimal> limits(String factor) {
        return conditions()
                .filter(FigureCondition.class::isInstance)
                .map(FigureCondition.class::cast)
                .filter(figure -> figure.factor().equals(factor))
                .map(figure -> BigDecimal.valueOf(figure.limit()
                        + (figure.comparison() == Comparison.MORE ? 1 : 0)
                        - (figure.comparison() == Comparison.LESS ? 1 : 0)));
    }

    private static Stream<EventCondition> events(String factor) {
        return conditions()
                .filter(EventCondition.class::isInstance)
                .map(EventCondition.class::cast)
                .filter(event -> event.factor().equals(factor));
    }

    private static boolean isKnown(AnyCase one, EventCondition event) {
        CaseFile file = VERDICTS.file(one);
        return (event.offence() ? file.offences(event.factor()) : file.occurrences(event.factor()))
                        .timesWithin(event.withinDays())
                >= event.times();
    }

    private static Observation observation(String factor, Answer answer) {
        return new Observation(
                factor, answer, List.of(), null, null, null, null, null, null, Basis.CONFIRMED, null, null);
    }

    private static Observation yesToday(Factor factor) {
        LocalDate on = factor.kind() == FactorKind.EVENT ? AContact.TODAY : null;
        return new Observation(
                factor.id(), Answer.YES, List.of(), null, null, on, null, null, null, Basis.CONFIRMED, null, null);
    }

    private static AnyCase value(AnyCase one, String factor, BigDecimal value) {
        return with(
                one,
                new Observation(
                        factor,
                        Answer.YES,
                        List.of(),
                        null,
                        null,
                        AContact.TODAY,
                        null,
                        value,
                        null,
                        Basis.CONFIRMED,
                        null,
                        null));
    }

    /** So often within the rule's own period, from whoever said that it happened at all. */
    private static AnyCase often(AnyCase one, EventCondition event) {
        CaseFile file = VERDICTS.file(one);
        Said teller = file.said(event.factor()).stream()
                .filter(said -> said.answer() == Answer.YES)
                .reduce((first, second) -> second)
                .orElse(null);
        boolean ever = event.withinDays() == Fact.EVER;
        LocalDate last = file.occurrences(event.factor()).latest().orElse(AContact.TODAY);
        return with(
                one,
                new Observation(
                        event.factor(),
                        Answer.YES,
                        List.of(),
                        event.times(),
                        ever ? null : event.withinDays(),
                        ever ? last : null,
                        null,
                        null,
                        teller == null ? null : teller.observation().offenceStatus(),
                        Basis.CONFIRMED,
                        teller == null ? null : teller.source(),
                        null));
    }

    /** The case with this answer in the place of what this contact leaves open. */
    private static AnyCase with(AnyCase one, Observation answer) {
        List<Observation> observations = new ArrayList<>(one.current().observations().stream()
                .filter(seen ->
                        !seen.factor().equals(answer.factor()) || !seen.answer().isUnsettled())
                .toList());
        observations.add(answer);
        return one.observing(observations);
    }

    /** The case with a day where a yes had none; a later contact that gives one where only an earlier said yes. */
    private static AnyCase dated(AnyCase one, String factor, LocalDate day) {
        List<Observation> observations = new ArrayList<>();
        boolean found = false;
        for (Observation seen : one.current().observations()) {
            boolean undated = seen.factor().equals(factor)
                    && seen.answer() == Answer.YES
                    && new Said(seen, one.current()).undated();
            found |= undated;
            observations.add(undated ? on(seen, day, new Said(seen, one.current())) : seen);
        }
        if (!found) {
            Said last = VERDICTS.file(one).said(factor).stream()
                    .filter(said -> said.answer() == Answer.YES)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            observations.add(on(last.observation(), day, last));
        }
        return one.observing(observations);
    }

    private static Observation on(Observation seen, LocalDate day, Said said) {
        return new Observation(
                seen.factor(),
                seen.answer(),
                seen.dates(),
                seen.times(),
                seen.withinDays(),
                day,
                seen.since(),
                seen.value(),
                seen.offenceStatus(),
                seen.basis(),
                said.source(),
                seen.note());
    }
}
