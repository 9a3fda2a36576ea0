package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.ruleset.words.Phrase;
import org.waymark.screening.rule.Rule;

/** One rule with its lines: what each says, where it comes from and how it was tried. */
final class FamilySection {

    private final Book book;
    private final Page page;

    FamilySection(Book book, Page page) {
        this.book = book;
        this.page = page;
    }

    void write(Family family) {
        page.heading(3, Anchors.rule(family.id()), family.id() + " " + family.title());
        lines(family.lines());
        page.aside(sources(family.lines()));
        page.aside(tried(family.lines()));
    }

    private void lines(List<Rule> lines) {
        if (lines.size() == 1) {
            page.paragraph(named(lines.get(0)).phrase(book.words().sentence(lines.get(0))));
            return;
        }
        Optional<Shape> shape = Shape.of(lines.stream().map(this::when).toList());
        if (shape.isPresent()) {
            table(lines, shape.get());
        } else if (lines.stream().map(Rule::conclusions).distinct().count() == 1) {
            ways(lines);
        } else {
            page.bullets(lines.stream()
                    .map(line -> page.line()
                            .strong(line.id())
                            .text(": ")
                            .phrase(book.words().sentence(line)))
                    .toList());
        }
    }

    /** A rule of one line needs its number once, unless the line has a letter. */
    private Line named(Rule only) {
        return only.id().equals(only.family())
                ? page.line()
                : page.line().strong(only.id()).text(": ");
    }

    private Phrase when(Rule line) {
        return book.words().conditions(line.conditions());
    }

    /** Lines that differ in a figure only. */
    private void table(List<Rule> lines, Shape shape) {
        page.paragraph(page.line().text("If ").phrase(shape.lead()).text(":"));
        List<List<Line>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(List.of(
                    page.line(lines.get(i).id()),
                    page.line().strong(shape.ends().get(i)),
                    page.line().phrase(book.words().conclusions(lines.get(i).conclusions()))));
        }
        page.table(List.of("Line", "Figure", "Then"), rows);
    }

    /** Several ways to one result. */
    private void ways(List<Rule> lines) {
        page.paragraph(page.line()
                .text("Where any one of these holds, ")
                .phrase(book.words().conclusions(lines.get(0).conclusions()))
                .text(":"));
        page.bullets(lines.stream()
                .map(line -> page.line().strong(line.id()).text(": ").phrase(when(line)))
                .toList());
    }

    private Line sources(List<Rule> lines) {
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        lines.forEach(line -> bySource.computeIfAbsent(line.source(), none -> new ArrayList<>())
                .add(line.id()));
        if (bySource.size() == 1) {
            return page.line()
                    .strong("Source")
                    .text(": " + lines.get(0).source().strip() + ".");
        }
        List<Line> sources = new ArrayList<>();
        bySource.forEach((source, ids) -> sources.add(page.line(String.join(", ", ids) + ": " + source.strip())));
        return page.line().strong("Sources").text(": ").join(sources, "; ").text(".");
    }

    private Line tried(List<Rule> lines) {
        int fires = 0;
        int below = 0;
        List<Line> whys = new ArrayList<>();
        for (Rule line : lines) {
            List<BookScenario> scenarios = book.tried().getOrDefault(line.id(), List.of());
            fires += scenarios.stream().mapToInt(BookScenario::fires).sum();
            List<String> said =
                    scenarios.stream().flatMap(one -> one.whys().stream()).toList();
            below += said.size();
            if (!said.isEmpty()) {
                String all = String.join("; ", said);
                whys.add(page.line(lines.size() == 1 ? all : line.id() + " (" + all + ")"));
            }
        }
        Line tried = page.line().strong("Tried");
        if (fires == 0 && below == 0) {
            return tried.text(": no scenario tries this rule.");
        }
        return tried.text(": holds in " + cases(fires) + " at the threshold, and not in " + cases(below)
                        + " just below: ")
                .join(whys, ", ")
                .text(".");
    }

    private static String cases(int count) {
        return count == 1 ? "one case" : count + " cases";
    }
}
