package org.waymark.policy.impact;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.impact.ImpactReport.Group;
import org.waymark.policy.impact.ImpactReport.Load;
import org.waymark.policy.impact.ImpactReport.Standing;
import org.waymark.policy.impact.ImpactReport.Totals;
import org.waymark.policy.impact.ImpactReport.Week;
import org.waymark.ruleset.words.Clocks;
import org.waymark.screening.pathway.Pathway;

/** A report of impact in plain English, for who decides about a rule set. Every downgraded case stands in it. */
public final class ReportText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** What is raised is good news to a reader who looks for what is lost: the first of it is enough. */
    private static final int RAISED_SHOWN = 20;

    private final ImpactReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportText(ImpactReport report) {
        this.report = report;
    }

    /** The lines, those of details indented by two spaces a step; an empty one before each part. */
    public static List<String> of(ImpactReport report) {
        ReportText text = new ReportText(report);
        text.totals();
        text.downgraded();
        text.raised();
        text.others();
        text.matrix();
        text.rules();
        text.weeks();
        text.ceilings();
        text.groups();
        return List.copyOf(text.lines);
    }

    private void totals() {
        Totals totals = report.totals();
        lines.add("What the candidate (" + report.candidate().name() + ") would change against the rules in force ("
                + report.inForce().name() + ")");
        lines.add("Over " + Words.count(totals.contacts(), "recorded contact") + " of "
                + (totals.youngPeople() == 1 ? "1 young person" : totals.youngPeople() + " young people") + ".");
        if (report.candidate().hash().equals(report.inForce().hash())) {
            lines.add("The two rule sets are the same, file by file.");
        } else if (report.candidate().name().equals(report.inForce().name())) {
            lines.add("Both rule sets have this name; the candidate needs one of its own before it is submitted.");
        }
        total(totals.same(), "would come out the same");
        total(totals.higher(), "would come out higher");
        total(totals.lower(), "would come out lower");
        total(totals.mixed(), "would come out higher in one thing and lower in another");
    }

    private void total(long number, String what) {
        lines.add("  " + padded(number) + "  " + what);
    }

    private static String padded(long number) {
        return String.format(Locale.UK, "%,8d", number);
    }

    private void head(String title) {
        lines.add("");
        lines.add(title);
    }

    private void downgraded() {
        List<ChangedCase> downgraded = report.downgraded();
        if (downgraded.isEmpty()) {
            head("No case would be downgraded: none loses a pathway, and none would be slower or at a lower level.");
            return;
        }
        head("Would be downgraded: " + Words.count(downgraded.size(), "case")
                + ". A pathway is gone, slower or at a lower level, or the whole is slower.");
        downgraded.forEach(this::changed);
        lines.add("  By rule (a case may count for several): "
                + String.join(
                        ", ",
                        report.downgradedByRule().entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .toList()));
    }

    private void raised() {
        some(
                "Would come out higher",
                report.changed().stream()
                        .filter(one -> one.direction() == Direction.HIGHER)
                        .toList());
    }

    private void others() {
        some(
                "The same pathways, with other services, actions or blocks",
                report.changed().stream()
                        .filter(one -> one.direction() == Direction.SAME)
                        .toList());
    }

    private void some(String title, List<ChangedCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        head(title + ": " + Words.count(cases.size(), "case") + ".");
        cases.stream().limit(RAISED_SHOWN).forEach(this::changed);
        if (cases.size() > RAISED_SHOWN) {
            lines.add("  and " + (cases.size() - RAISED_SHOWN) + " more, all of them in the report as JSON.");
        }
    }

    private void changed(ChangedCase one) {
        lines.add("  " + one.reference() + ", assessed on " + DAY.format(one.assessedOn())
                + (one.direction() == Direction.MIXED ? " (in one thing higher)" : ""));
        lines.add("    now:       " + one.before());
        lines.add("    candidate: " + one.after());
        if (!one.lost().isEmpty()) {
            lines.add("    no more:   " + String.join(", ", one.lost()));
        }
        if (!one.gained().isEmpty()) {
            lines.add("    new:       " + String.join(", ", one.gained()));
        }
        lines.add("    because:   "
                + String.join("; ", one.rules().stream().map(RuleChange::words).toList()));
    }

    private void matrix() {
        head("From what to what: the pathway that leads and the most urgent clock, without levels");
        report.matrix().stream()
                .filter(move -> !move.before().equals(move.after()))
                .forEach(move -> lines.add("  " + padded(move.contacts()) + "  " + standing(move.before()) + " -> "
                        + standing(move.after())));
        long staying = report.matrix().stream()
                .filter(move -> move.before().equals(move.after()))
                .mapToLong(ImpactReport.Move::contacts)
                .sum();
        lines.add("  " + padded(staying) + "  stay where they are");
    }

    private static String standing(Standing standing) {
        Pathway primary = standing.primary();
        return (primary == null ? "universal" : primary.code())
                + (standing.urgency() == null ? "" : " " + Clocks.within(standing.urgency()));
    }

    private void rules() {
        List<ImpactReport.RuleShare> moved = report.rules().stream()
                .filter(rule -> rule.before() != rule.after())
                .toList();
        head(
                moved.isEmpty()
                        ? "Every rule fires on as many contacts as now."
                        : "Rules that would fire on more or fewer contacts");
        moved.forEach(rule -> lines.add("  " + rule.rule() + " " + rule.title() + ": "
                + Words.count(rule.before(), "contact") + " now (" + share(rule.before()) + "), " + rule.after()
                + " under the candidate (" + share(rule.after()) + ")"));
        report.beside()
                .forEach(one -> lines.add("  " + one.what() + ": " + Words.count(one.before(), "contact") + " now, "
                        + one.after() + " under the candidate"));
    }

    private String share(long fired) {
        return Words.share(fired, report.totals().contacts());
    }

    /** A pathway's weeks, added up, and its busiest week for urgent work under the candidate. */
    private static final class Pathways {
        private Load before = new Load(0, 0, 0);
        private Load after = new Load(0, 0, 0);
        private Week busiest;

        Pathways(Week first) {
            busiest = first;
        }

        void add(Week week) {
            before = sum(before, week.before());
            after = sum(after, week.after());
            if (Comparator.comparingLong((Week one) -> one.after().urgent())
                            .thenComparingLong(one -> one.after().all())
                            .compare(week, busiest)
                    > 0) {
                busiest = week;
            }
        }

        private static Load sum(Load one, Load other) {
            return new Load(
                    one.all() + other.all(), one.immediate() + other.immediate(), one.sameDay() + other.sameDay());
        }
    }

    private void weeks() {
        long weeks = report.weeks().stream().map(Week::monday).distinct().count();
        if (weeks == 0) {
            return;
        }
        head("Work, over " + Words.count(weeks, "week")
                + " in which contacts were received: now -> under the candidate");
        Map<String, Pathways> byPathway = new LinkedHashMap<>();
        for (Pathway pathway : Pathway.values()) {
            collect(pathway.code(), byPathway);
        }
        collect(ImpactReport.WHOLE, byPathway);
        lines.add("  " + row("", "contacts", "immediate", "same-day"));
        byPathway.forEach((pathway, work) -> {
            lines.add("  " + row(pathway, work.before, work.after));
            lines.add("  "
                    + row(
                            "  week of " + DAY.format(work.busiest.monday()),
                            work.busiest.before(),
                            work.busiest.after()));
        });
        lines.add("  Under each pathway stands its week with the most urgent work. `any` counts a contact once, at its"
                + " most urgent.");
    }

    private void collect(String pathway, Map<String, Pathways> into) {
        report.weeks().stream()
                .filter(week -> week.pathway().equals(pathway))
                .forEach(week -> into.computeIfAbsent(pathway, none -> new Pathways(week))
                        .add(week));
    }

    private static String row(String what, Load before, Load after) {
        return row(
                what,
                before.all() + " -> " + after.all(),
                before.immediate() + " -> " + after.immediate(),
                before.sameDay() + " -> " + after.sameDay());
    }

    private static String row(String first, String... others) {
        StringBuilder row = new StringBuilder(String.format(Locale.UK, "%-28s", first));
        for (String other : others) {
            row.append(String.format(Locale.UK, "  %-16s", other));
        }
        return row.toString().stripTrailing();
    }

    private void ceilings() {
        if (!report.overCeiling().isEmpty()) {
            head("Over an area's stated ceiling of urgent responses: a reason is needed to submit the candidate");
            report.overCeiling().forEach(area -> lines.add("  " + area));
        }
    }

    private void groups() {
        head("By group; by sex and ethnicity rounded to ten, and * for what rests on fewer than ten young people");
        lines.add("  " + row("", "contacts", "higher", "downgraded", "urgent"));
        for (Group group : report.groups()) {
            if (group.contacts() != null) {
                lines.add("  "
                        + row(
                                group.by() + " " + group.group(),
                                shown(group.contacts()),
                                shown(group.higher()),
                                shown(group.downgraded()),
                                shown(group.urgentBefore()) + " -> " + shown(group.urgentAfter())));
            }
        }
    }

    private static String shown(@Nullable Long figure) {
        return figure == null ? "*" : figure.toString();
    }
}
