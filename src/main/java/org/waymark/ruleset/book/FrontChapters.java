package org.waymark.ruleset.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.words.Clocks;
import org.waymark.screening.Guards;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Rule;

/** What comes before the rules: which version this is, what its clocks mean, and what no rule may change. */
final class FrontChapters {

    private final Book book;
    private final Page page;

    FrontChapters(Book book, Page page) {
        this.book = book;
        this.page = page;
    }

    void version() {
        CheckedRules rules = book.rules();
        page.heading(2, Anchors.chapter("This version"), "This version");
        List<Line> facts = new ArrayList<>();
        fact(facts, "Name", rules.manifest().name());
        fact(facts, "In force from", Days.written(rules.notes().effectiveFrom()));
        fact(facts, "Owner", rules.notes().owner());
        fact(
                facts,
                "Holds",
                rules.rules().size() + " lines of " + book.families().size() + " rules, "
                        + rules.catalogue().factors().size() + " factors, "
                        + rules.catalogue().groups().size() + " groups");
        facts.add(page.line().strong("Files").text(": ").code(rules.hash()));
        page.bullets(facts);
        page.paragraph("Every recommendation records the name of the version and this mark of its files: the same mark "
                + "is the same rules, word for word.");
        if (!rules.notes().changes().isEmpty()) {
            page.paragraph("What changed:");
            page.bullets(rules.notes().changes().stream().map(page::line).toList());
        }
        levels();
    }

    private void fact(List<Line> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(page.line().strong(name).text(": " + value));
        }
    }

    private void levels() {
        if (book.rules().notes().levels().isEmpty()) {
            return;
        }
        page.paragraph(
                "Levels, the slowest first. The level of a referral is that of its highest single sign; levels are "
                        + "never added up or averaged.");
        page.table(
                List.of("Level", "Meaning"),
                book.rules().manifest().levels().stream()
                        .map(level -> List.of(
                                page.line(level),
                                page.line(book.rules().notes().levels().getOrDefault(level, ""))))
                        .toList());
    }

    void clocks() {
        page.heading(2, Anchors.chapter("Clocks"), "Clocks");
        page.paragraph("A clock starts when the contact reached the service.");
        List<List<Line>> rows = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            rows.add(List.of(
                    page.line(Clocks.within(urgency)),
                    page.line(meaning(urgency)),
                    page.line(String.valueOf(book.rules().rules().stream()
                            .filter(rule -> uses(rule, urgency))
                            .count()))));
        }
        page.table(List.of("Clock", "Runs out", "Lines that give it"), rows);
        Set<LocalDate> holidays = book.rules().workingDays().holidays();
        if (!holidays.isEmpty()) {
            page.paragraph("Working days are Monday to Friday without the bank holidays of the rule set, "
                    + holidays.size() + " from " + Days.written(Collections.min(holidays)) + " to "
                    + Days.written(Collections.max(holidays)) + ".");
        }
        page.paragraph("Where nobody gave the date of an event, what rests on it is never faster than one working day, "
                + "but for a sign of immediate harm: that counts as now.");
    }

    private static String meaning(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "one hour later, by night and at weekends too (the emergency duty team)";
            case SAME_DAY -> "24 hours later, by night and at weekends too (the emergency duty team)";
            case ONE_WORKING_DAY -> "at the end of the next working day";
            default -> "at the end of the " + urgency.workingDays() + "th working day after it";
        };
    }

    private static boolean uses(Rule rule, Urgency urgency) {
        return rule.conclusions().pathways().stream()
                        .map(PathwayAdvice::urgency)
                        .anyMatch(urgency::equals)
                || rule.conclusions().actions().stream()
                        .map(ActionAdvice::urgency)
                        .anyMatch(urgency::equals);
    }

    /** What stands above every rule set: the guards, with what each says. */
    void guards() {
        page.table(
                List.of("Guard", "What it does", "Source"),
                Guards.asRules().stream()
                        .map(guard -> List.of(
                                page.line(guard.id() + " " + guard.title()),
                                page.line(guard.statement()),
                                page.line(guard.source())))
                        .toList());
    }
}
