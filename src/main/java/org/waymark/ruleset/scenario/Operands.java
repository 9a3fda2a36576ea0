package org.waymark.ruleset.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.ruleset.Wording;
import org.waymark.screening.Pass;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Figures;
import org.waymark.screening.casefile.Occurrences;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.casefile.Standing;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.UnsettledCondition;

/** What a pass found of the things that a rule's conditions speak of, in words. */
final class Operands {

    /**
     * What was found of one condition.
     *
     * @param something whether anything was known that the condition asks about, enough or not
     */
    record Found(boolean something, List<String> lines) {

        static Found of(boolean something, String line) {
            return new Found(something, List.of(line));
        }
    }

    private final CaseFile file;
    private final PossibleAge age;
    private final EarlierStages earlier;

    Operands(Rule rule, Pass pass) {
        this.file = pass.file();
        this.age = new PossibleAge(pass);
        this.earlier = new EarlierStages(rule.stage(), pass);
    }

    boolean isMet(RecommendedCondition condition) {
        return earlier.recommended(condition) != condition.negated();
    }

    Found of(Condition condition) {
        if (condition instanceof AnsweredCondition answered) {
            return answer(answered);
        } else if (condition instanceof EventCondition event) {
            return event(event);
        } else if (condition instanceof FigureCondition figure) {
            return figure(figure);
        } else if (condition instanceof CountCondition count) {
            return count(count);
        } else if (condition instanceof UnsettledCondition unsettled) {
            return unsettled(unsettled);
        } else if (condition instanceof AgedCondition aged) {
            return new Found(false, age.lines(aged));
        } else if (condition instanceof RecommendedCondition recommended) {
            return Found.of(false, earlier.of(recommended.pathway()));
        } else if (condition instanceof ContactCondition) {
            Agency referredBy = file.current().referredBy();
            return Found.of(
                    false, "referredBy: " + (referredBy == null ? "nobody said who made contact" : referredBy.code()));
        } else if (condition instanceof AreaCondition) {
            String area = file.current().youngPerson().area();
            return Found.of(
                    false,
                    "area: " + area + ", which has "
                            + orNothing(file.catalogue().attributesOf(area)));
        }
        throw new IllegalArgumentException("no operands for " + condition);
    }

    private static String orNothing(Collection<String> names) {
        return names.isEmpty() ? "nothing of its own" : names.stream().sorted().collect(Collectors.joining(", "));
    }

    private Found answer(AnsweredCondition condition) {
        Standing standing = file.standings().get(condition.factor());
        List<Said> said = file.said(condition.factor());
        if (standing == null) {
            return Found.of(
                    false,
                    said.isEmpty()
                            ? "answer: not asked"
                            : "answer: not asked at this contact; what was said before does not carry over: "
                                    + saidBy(said, one -> one.answer().code() + " by "));
        }
        String disagreement = standing.disagreement() ? "; sources disagree" : "";
        return Found.of(
                true,
                "answer: " + standing.answer().code() + ", said by " + saidBy(standing.saidBy(), one -> "")
                        + disagreement);
    }

    private static String saidBy(List<Said> said, Function<Said, String> before) {
        return said.stream()
                .map(one -> before.apply(one) + name(one) + " on " + Words.day(one.recordedOn()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String name(Said said) {
        Agency source = said.source();
        return source == null ? "somebody not named" : source.code();
    }

    private Found event(EventCondition condition) {
        Occurrences occurrences =
                condition.offence() ? file.offences(condition.factor()) : file.occurrences(condition.factor());
        int times = occurrences.timesWithin(condition.withinDays());
        List<String> notes = new ArrayList<>();
        List<LocalDate> inside = occurrences.days().stream()
                .filter(day -> !day.isBefore(start(condition.withinDays())))
                .toList();
        List<LocalDate> outside =
                occurrences.days().stream().filter(day -> !inside.contains(day)).toList();
        String days = inside.isEmpty() ? "" : " (" + Words.days(inside) + ")";
        if (times > inside.size()) {
            notes.add("counted, and not told day by day");
        }
        if (times == 0 && occurrences.assumedWithin(condition.withinDays())) {
            notes.add("once on a day that nobody gave");
        }
        if (!outside.isEmpty()) {
            notes.add("before that " + Words.days(outside));
        }
        if (condition.offence() && occurrences.days().isEmpty() && isYesToAnybody(condition.factor())) {
            notes.add("only what police or youth justice reported and did not let drop counts");
        }
        if (file.said(condition.factor()).isEmpty()) {
            notes.add("not asked");
        }
        return Found.of(
                isYesToAnybody(condition.factor()),
                "times: " + times + " " + Words.within(condition.withinDays()) + ifFewer(times, condition.times())
                        + days + notes.stream().map(note -> "; " + note).collect(Collectors.joining()));
    }

    private boolean isYesToAnybody(String factor) {
        return file.said(factor).stream().anyMatch(said -> said.answer() == Answer.YES);
    }

    private LocalDate start(int withinDays) {
        return withinDays == Fact.EVER ? LocalDate.MIN : file.today().minusDays(withinDays);
    }

    private Found figure(FigureCondition condition) {
        List<Figures.Figure> figures = Figures.of(file.said(condition.factor()));
        String needed = Words.limit(condition.comparison(), Wording.plain(condition.limit())) + " needed "
                + Words.within(condition.withinDays());
        String values = figures.stream()
                .map(figure -> figure.value().stripTrailingZeros().toPlainString() + " on " + Words.day(figure.on())
                        + (figure.on().isBefore(start(condition.withinDays())) ? ", too long ago" : ""))
                .collect(Collectors.joining("; "));
        return Found.of(!figures.isEmpty(), "value: " + (values.isEmpty() ? "not given" : values) + "; " + needed);
    }

    private Found count(CountCondition condition) {
        List<Factor> counted = file.yesIn(condition.group())
                .filter(factor -> counts(factor, condition.withinDays()))
                .toList();
        List<String> tooOld = file.yesIn(condition.group())
                .filter(factor -> !counts(factor, condition.withinDays()))
                .map(Factor::id)
                .toList();
        List<String> domains =
                counted.stream().map(Factor::domain).distinct().sorted().toList();
        List<String> lines = new ArrayList<>();
        lines.add("factors: " + counted.size() + ifFewer(counted.size(), condition.factors())
                + named(counted.stream().map(Factor::id).toList())
                + (tooOld.isEmpty() ? "" : "; too long ago: " + String.join(", ", tooOld)));
        if (condition.domains() > 1) {
            lines.add("domains: " + domains.size() + ifFewer(domains.size(), condition.domains()) + named(domains));
        }
        return new Found(!counted.isEmpty(), lines);
    }

    private boolean counts(Factor factor, int withinDays) {
        if (factor.kind() != FactorKind.EVENT) {
            return true;
        }
        Occurrences occurrences = file.occurrences(factor.id());
        return occurrences.timesWithin(withinDays) > 0 || occurrences.assumedWithin(withinDays);
    }

    private static String ifFewer(int found, int needed) {
        return found < needed ? ", at least " + needed + " needed" : "";
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private Found unsettled(UnsettledCondition condition) {
        List<String> open = file.catalogue().group(condition.group()).stream()
                .filter(factor ->
                        file.answer(factor).filter(Answer::isUnsettled).isPresent())
                .toList();
        return Found.of(
                !open.isEmpty(),
                "factors: " + open.size() + " asked and not settled" + ifFewer(open.size(), condition.factors())
                        + named(open));
    }

    /** What the case knows of an answer, for a question that is not asked. */
    static String answer(CaseFile file, String factor) {
        Optional<Answer> answer = file.answer(factor);
        return answer.map(Answer::code).orElse("not asked");
    }
}
