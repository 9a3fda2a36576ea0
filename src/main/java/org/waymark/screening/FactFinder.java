package org.waymark.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Figures;
import org.waymark.screening.casefile.Occurrences;
import org.waymark.screening.casefile.Standing;
import org.waymark.screening.fact.Area;
import org.waymark.screening.fact.Contact;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Measured;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.Unsettled;
import org.waymark.screening.fact.YoungPerson;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.UnsettledCondition;

/**
 * Counts, from a case file, just the facts that some rule of the set could match. Inserting facts is half of what a
 * rules engine costs, so nothing is told to it that no rule asks about.
 */
final class FactFinder {

    /** Something that rules ask to have counted: an event, a figure or a group, over a window. */
    private record Window(String of, int withinDays) {}

    private final List<AnsweredCondition> answers;
    private final List<AgedCondition> ages;
    private final Set<Window> events;
    private final Set<Window> offences;
    private final Set<Window> figures;
    private final Set<Window> groups;
    private final Set<String> unsettled;

    FactFinder(RuleSet ruleSet) {
        List<Condition> all = ruleSet.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .distinct()
                .toList();
        answers = only(AnsweredCondition.class, all);
        ages = only(AgedCondition.class, all);
        events = windows(EventCondition.class, all, one -> !one.offence(), FactFinder::window);
        offences = windows(EventCondition.class, all, EventCondition::offence, FactFinder::window);
        figures = windows(FigureCondition.class, all, one -> true, one -> new Window(one.factor(), one.withinDays()));
        groups = windows(CountCondition.class, all, one -> true, one -> new Window(one.group(), one.withinDays()));
        unsettled = windows(UnsettledCondition.class, all, one -> true, UnsettledCondition::group);
    }

    private static Window window(EventCondition condition) {
        return new Window(condition.factor(), condition.withinDays());
    }

    private static <C extends Condition> List<C> only(Class<C> type, List<Condition> conditions) {
        return conditions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <C extends Condition, W> Set<W> windows(
            Class<C> type, List<Condition> conditions, java.util.function.Predicate<C> which, Function<C, W> window) {
        return only(type, conditions).stream()
                .filter(which)
                .map(window)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    /** The facts of a case file, without repeats, in an order that depends on the rule set alone. */
    List<Fact> facts(CaseFile file, PossibleAges possibleAges) {
        Set<Fact> facts = new LinkedHashSet<>(apart(possibleAges.ages()));
        Agency referredBy = file.current().referredBy();
        if (referredBy != null) {
            facts.add(new Contact(referredBy));
        }
        file.catalogue()
                .attributesOf(file.current().youngPerson().area())
                .forEach(attribute -> facts.add(new Area(attribute)));
        answers.stream()
                .filter(one -> holds(one, file))
                .map(AnsweredCondition::fact)
                .forEach(facts::add);
        events.forEach(event -> happened(file, event).ifPresent(facts::add));
        offences.forEach(offence -> offended(file, offence).ifPresent(facts::add));
        figures.forEach(figure -> facts.addAll(measured(file, figure)));
        List<Factor> yes = file.standings().values().stream()
                .filter(standing -> standing.answer() == Answer.YES)
                .map(Standing::factor)
                .toList();
        groups.forEach(group -> facts.addAll(several(file, yes, group)));
        unsettled.forEach(group -> unsettled(file, group).ifPresent(facts::add));
        return new ArrayList<>(facts);
    }

    /** Of several possible ages, one for each way in which the rules could tell them apart. */
    private List<YoungPerson> apart(Collection<YoungPerson> possible) {
        Set<BitSet> seen = new HashSet<>();
        return possible.stream().filter(age -> seen.add(told(age))).toList();
    }

    private BitSet told(YoungPerson age) {
        BitSet told = new BitSet(ages.size());
        for (int i = 0; i < ages.size(); i++) {
            told.set(i, ages.get(i).matches(age));
        }
        return told;
    }

    private static boolean holds(AnsweredCondition condition, CaseFile file) {
        Optional<Answer> answer = file.answer(condition.factor());
        return switch (condition.kind()) {
            case YES -> answer.filter(Answer.YES::equals).isPresent();
            case NO -> answer.filter(Answer.NO::equals).isPresent();
            case UNKNOWN -> answer.filter(Answer.UNKNOWN::equals).isPresent();
            case UNCLEAR -> answer.filter(Answer.YET_TO_CLARIFY::equals).isPresent();
            case NOT_YES -> answer.filter(Answer.YES::equals).isEmpty();
        };
    }

    private static Optional<Fact> happened(CaseFile file, Window window) {
        return isSpokenOf(file, window)
                ? occurred(file.occurrences(window.of()), window, Happened::new)
                : Optional.empty();
    }

    private static Optional<Fact> offended(CaseFile file, Window window) {
        return isSpokenOf(file, window) ? occurred(file.offences(window.of()), window, Offence::new) : Optional.empty();
    }

    /** Most of what rules ask about nobody has spoken of, and that need not be counted. */
    private static boolean isSpokenOf(CaseFile file, Window window) {
        return !file.said(window.of()).isEmpty();
    }

    /** Makes a fact of an event. */
    @FunctionalInterface
    private interface EventFact {
        Fact of(String factor, int withinDays, int times, boolean assumed);
    }

    private static Optional<Fact> occurred(Occurrences occurrences, Window window, EventFact fact) {
        int times = occurrences.timesWithin(window.withinDays());
        if (times > 0) {
            return Optional.of(fact.of(window.of(), window.withinDays(), times, false));
        }
        return occurrences.assumedWithin(window.withinDays())
                ? Optional.of(fact.of(window.of(), window.withinDays(), 1, true))
                : Optional.empty();
    }

    private static List<Fact> measured(CaseFile file, Window window) {
        LocalDate from =
                window.withinDays() == Fact.EVER ? LocalDate.MIN : file.today().minusDays(window.withinDays());
        return Figures.of(file.said(window.of())).stream()
                .filter(figure -> !figure.on().isBefore(from))
                .<Fact>map(figure -> new Measured(
                        window.of(),
                        figure.value().doubleValue(),
                        window.withinDays(),
                        figure.assumed() && window.withinDays() != Fact.EVER))
                .toList();
    }

    /** What is certain of a group, and what is more than that if dates that nobody gave are taken to be recent. */
    private static List<Fact> several(CaseFile file, List<Factor> yes, Window window) {
        Set<String> group = file.catalogue().group(window.of());
        List<Factor> ofGroup =
                yes.stream().filter(factor -> group.contains(factor.id())).toList();
        List<Factor> certain = counted(file, ofGroup, window, false);
        List<Factor> all = counted(file, ofGroup, window, true);
        List<Fact> facts = new ArrayList<>();
        if (!certain.isEmpty()) {
            facts.add(new Several(window.of(), certain.size(), domains(certain), window.withinDays(), false));
        }
        if (all.size() > certain.size()) {
            facts.add(new Several(window.of(), all.size(), domains(all), window.withinDays(), true));
        }
        return facts;
    }

    private static List<Factor> counted(CaseFile file, List<Factor> yes, Window window, boolean withAssumed) {
        return yes.stream()
                .filter(factor -> counts(file, factor, window.withinDays(), withAssumed))
                .toList();
    }

    /** Whether a factor counts in a group over a window: a state while it holds, an event by its days. */
    static boolean counts(CaseFile file, Factor factor, int withinDays, boolean withAssumed) {
        if (factor.kind() != FactorKind.EVENT) {
            return true;
        }
        Occurrences occurrences = file.occurrences(factor.id());
        return occurrences.timesWithin(withinDays) > 0 || (withAssumed && occurrences.assumedWithin(withinDays));
    }

    private static int domains(List<Factor> factors) {
        return (int) factors.stream().map(Factor::domain).distinct().count();
    }

    private static Optional<Fact> unsettled(CaseFile file, String group) {
        int count = (int) unsettledIn(file, group).count();
        return count == 0 ? Optional.empty() : Optional.of(new Unsettled(group, count));
    }

    /** The factors of a group that were asked and are not settled. */
    static Stream<String> unsettledIn(CaseFile file, String group) {
        return file.catalogue().group(group).stream()
                .filter(factor ->
                        file.answer(factor).filter(Answer::isUnsettled).isPresent());
    }
}
