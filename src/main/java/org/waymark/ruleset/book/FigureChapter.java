package org.waymark.ruleset.book;

import java.util.List;
import org.waymark.screening.rule.Rule;

/** Every figure of every line in one table: what a policy officer approves, and an inspector compares. */
final class FigureChapter {

    private final Book book;
    private final Page page;

    FigureChapter(Book book, Page page) {
        this.book = book;
        this.page = page;
    }

    void write() {
        page.heading(2, Anchors.chapter("Every figure"), "Every figure");
        page.paragraph(
                "The limits that each line asks for, in the order in which its sentence says them, and the levels "
                        + "and clocks that it gives. A line that is not here has none.");
        page.table(
                List.of("Line", "Asks for", "Gives", "Source"),
                book.rules().rules().stream()
                        .filter(this::hasAny)
                        .map(this::row)
                        .toList());
    }

    private boolean hasAny(Rule rule) {
        return !asked(rule).isEmpty()
                || !book.words().clocks(rule.conclusions()).isEmpty();
    }

    private List<String> asked(Rule rule) {
        return book.words().conditions(rule.conditions()).figures();
    }

    private List<Line> row(Rule rule) {
        return List.of(
                page.line().link(Anchors.rule(rule.family()), rule.id()),
                page.line(String.join("; ", asked(rule))),
                page.line(String.join("; ", book.words().clocks(rule.conclusions()))),
                page.line(rule.source().strip()));
    }
}
