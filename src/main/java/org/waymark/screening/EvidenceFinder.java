package org.waymark.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Observation;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Figures;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.casefile.Standing;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Measured;
import org.waymark.screening.fact.No;
import org.waymark.screening.fact.NotYes;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.Unclear;
import org.waymark.screening.fact.Unknown;
import org.waymark.screening.fact.Unsettled;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.outcome.Evidence;

/** Finds, for a fact that a rule matched, the observations that it rests on. */
final class EvidenceFinder {

    private final CaseFile file;

    EvidenceFinder(CaseFile file) {
        this.file = file;
    }

    /** The observations behind a fact, oldest contact first; none for facts about age, contact, area or results. */
    List<Evidence> behind(Fact fact) {
        if (fact instanceof Yes yes) {
            return standing(yes.factor());
        } else if (fact instanceof No no) {
            return standing(no.factor());
        } else if (fact instanceof Unknown unknown) {
            return standing(unknown.factor());
        } else if (fact instanceof Unclear unclear) {
            return standing(unclear.factor());
        } else if (fact instanceof NotYes notYes) {
            return standing(notYes.factor());
        } else if (fact instanceof Happened happened) {
            return event(file.said(happened.factor()), happened.withinDays());
        } else if (fact instanceof Offence offence) {
            return event(file.reports(offence.factor()), offence.withinDays());
        } else if (fact instanceof Measured measured) {
            return figures(measured);
        } else if (fact instanceof Several several) {
            return several(several);
        } else if (fact instanceof Unsettled unsettled) {
            return FactFinder.unsettledIn(file, unsettled.group())
                    .flatMap(factor -> standing(factor).stream())
                    .toList();
        }
        return List.of();
    }

    /** The factors of a group that a count rests on, in the order of the group. */
    Stream<Factor> counted(Several several) {
        return file.yesIn(several.group())
                .filter(factor -> FactFinder.counts(file, factor, several.withinDays(), several.assumed()));
    }

    private List<Evidence> several(Several several) {
        return counted(several)
                .flatMap(factor -> factor.kind() == FactorKind.EVENT
                        ? event(file.said(factor.id()), several.withinDays()).stream()
                        : standing(factor.id()).stream())
                .toList();
    }

    private List<Evidence> standing(String factor) {
        Standing standing = file.standings().get(factor);
        return standing == null
                ? List.of()
                : standing.saidBy().stream()
                        .map(said -> evidence(said, List.copyOf(said.days())))
                        .toList();
    }

    private List<Evidence> event(List<Said> all, int withinDays) {
        LocalDate from = withinDays == Fact.EVER ? LocalDate.MIN : file.today().minusDays(withinDays);
        return all.stream()
                .filter(said -> said.answer() == Answer.YES)
                .map(said -> evidence(said, since(said, from)))
                .filter(evidence -> !evidence.dates().isEmpty() || speaksOf(evidence, from))
                .toList();
    }

    private static List<LocalDate> since(Said said, LocalDate from) {
        return said.days().stream().filter(day -> !day.isBefore(from)).toList();
    }

    /** Whether an observation without a day in the window still speaks of it: by a count, or by no date at all. */
    private static boolean speaksOf(Evidence evidence, LocalDate from) {
        return (evidence.times() != null || evidence.dateAssumed())
                && !evidence.recordedOn().isBefore(from);
    }

    private List<Evidence> figures(Measured measured) {
        return Figures.of(file.said(measured.factor())).stream()
                .filter(figure -> figure.value().doubleValue() == measured.value())
                .map(figure -> evidence(figure.said(), List.of(figure.on())))
                .toList();
    }

    private Evidence evidence(Said said, List<LocalDate> dates) {
        Observation observation = said.observation();
        return new Evidence(
                observation.factor(),
                said.answer() == Answer.YES ? null : said.answer(),
                dates,
                observation.times(),
                observation.withinDays(),
                observation.value(),
                observation.offenceStatus(),
                said.source(),
                observation.basis(),
                said.contact().assessmentId(),
                said.recordedOn(),
                isDateAssumed(said));
    }

    private boolean isDateAssumed(Said said) {
        return said.answer() == Answer.YES
                && said.undated()
                && file.catalogue().require(said.observation().factor()).kind() == FactorKind.EVENT;
    }
}
