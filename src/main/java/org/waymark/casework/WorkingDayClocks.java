package org.waymark.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.judgement.Status;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.casefile.Said;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.WorkingDays;

/**
 * The clocks that run in working days between a decision and what people do about it: MA-18, SY-09 and SY-10. Each runs
 * from the first day that nothing has answered yet, and ends with an entry: a person's decision, or an outcome.
 *
 * @param file what is known today
 * @param decided the decisions on contacts that count
 * @param workingDays those of the rule set in force
 */
record WorkingDayClocks(CaseFile file, List<Contacts.Decided> decided, WorkingDays workingDays, LocalDate today) {

    /** Working Together to Safeguard Children 2023; Sefton asks for 24 hours. */
    private static final int TO_DECIDE = 1;

    /** North Yorkshire Safeguarding Children Partnership, multi-agency child exploitation, level 1. */
    private static final int TO_ASSESS_EXPLOITATION = 10;

    /** Children in need census, rule 8670Q. */
    private static final int TO_ASSESS = 45;

    /** Children in need census, rule 8675Q. */
    private static final int TO_CONFERENCE = 15;

    private static final String CENSUS = "Children in need census, rules 8670Q and 8675Q";
    private static final String MACE_OPEN = "mace-open";
    private static final String STRATEGY = "strategy-discussion-held";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    WorkingDayClocks {
        decided = List.copyOf(decided);
    }

    /** Every one that runs, in the order of their rows. */
    List<CaseClock> running() {
        Events events = Events.of(decided);
        return Stream.of(
                        exploitationAssessment(events).stream(),
                        decisions(),
                        assessment(events).stream(),
                        conference(events).stream())
                .flatMap(clocks -> clocks)
                .toList();
    }

    private Optional<CaseClock> exploitationAssessment(Events events) {
        Stream<LocalDate> referred = decided.stream()
                .filter(one -> one.file().state().result().has(Pathway.MACE))
                .map(one -> LondonDays.of(one.assessment().assessedAt()));
        Stream<LocalDate> opened = file.isYes(MACE_OPEN)
                ? file.said(MACE_OPEN).stream().map(Said::recordedOn).limit(1)
                : Stream.empty();
        return events.firstUnanswered(Stream.concat(referred, opened), "exploitation-risk-assessment")
                .map(from -> clock(
                        new Row("MA-18", "Exploitation risk assessment in ten working days", Action.OVERDUE_REVIEW),
                        from,
                        TO_ASSESS_EXPLOITATION,
                        "Referred to MACE on " + DAY.format(from) + "; the exploitation risk assessment",
                        "North Yorkshire Safeguarding Children Partnership, child exploitation, level 1"));
    }

    /** One for each decision that nobody has looked at. */
    private Stream<CaseClock> decisions() {
        return decided.stream()
                .filter(one -> one.file().state().status() == Status.PROPOSED)
                .map(one -> clock(
                        new Row("SY-09", "A person decides within one working day", Action.MANAGER_REVIEW),
                        LondonDays.of(one.assessment().receivedAt()),
                        TO_DECIDE,
                        "Nobody has decided on the contact " + one.assessment().assessmentId() + " yet; a decision",
                        "Working Together to Safeguard Children 2023: one working day"));
    }

    private Optional<CaseClock> assessment(Events events) {
        Stream<LocalDate> asked = decided.stream()
                .filter(one -> one.file()
                        .decision()
                        .at("/outcome/actions")
                        .valueStream()
                        .anyMatch(action ->
                                action.path("action").asString("").equals(Action.SOCIAL_WORK_ASSESSMENT.code())))
                .map(one -> LondonDays.of(one.assessment().receivedAt()));
        return events.firstUnanswered(asked, Action.SOCIAL_WORK_ASSESSMENT.code())
                .map(from -> clock(
                        new Row("SY-10", "Assessment within 45 working days", Action.OVERDUE_REVIEW),
                        from,
                        TO_ASSESS,
                        "A contact of " + DAY.format(from) + " asked for a social work assessment; it",
                        CENSUS));
    }

    private Optional<CaseClock> conference(Events events) {
        Stream<LocalDate> discussed = file.said(STRATEGY).stream().flatMap(said -> said.days().stream());
        return events.firstUnanswered(discussed, "child-protection-conference")
                .map(from -> clock(
                        new Row(
                                "SY-10",
                                "Conference within 15 working days of the strategy discussion",
                                Action.OVERDUE_REVIEW),
                        from,
                        TO_CONFERENCE,
                        "A strategy discussion was held on " + DAY.format(from)
                                + "; the conference, or that none is needed,",
                        CENSUS));
    }

    /** What a row of the policy says whatever its days are. */
    private record Row(String rule, String title, Action action) {}

    private CaseClock clock(Row row, LocalDate from, int days, String whatIs, String source) {
        LocalDate due = workingDays.after(from, days);
        boolean overdue = today.isAfter(due);
        return new CaseClock(
                row.rule(),
                row.title(),
                from,
                due,
                overdue,
                row.action(),
                whatIs + (overdue ? " was due by " : " is due by ") + DAY.format(due) + ".",
                source);
    }
}
