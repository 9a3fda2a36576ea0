package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.ruleset.CheckedRules;

/** A rule set as a book for people who read no code. The same rule set gives the same bytes. */
public final class RuleBook {

    private final Anchors anchors = new Anchors();
    private final Book book;
    private final Page title = new Page(anchors);
    private final Page contents = new Page(anchors);
    private final Page chapters = new Page(anchors);
    private final Rendering rendering = new Rendering(anchors, chapters::isAside);

    private RuleBook(Book book) {
        this.book = book;
    }

    /**
     * Writes the book.
     *
     * @param scenarios how its lines were tried, in the order of the files; may be empty
     */
    public static RuleBook of(CheckedRules rules, List<BookScenario> scenarios) {
        RuleBook written = new RuleBook(Book.of(rules, scenarios));
        written.write();
        return written;
    }

    private void write() {
        String name = "Rule book " + book.rules().manifest().name();
        title.heading(1, Anchors.chapter(name), name);
        title.paragraph(
                "Every rule by which Waymark screens what is known about a child or young person at risk from gangs "
                        + "and exploitation, in plain English, with its figures and its source. The sentences are made from "
                        + "the rules themselves.");
        contents.heading(2, Anchors.chapter("Contents"), "Contents");
        chapters();
        contents();
        anchors.resolve();
    }

    private void chapters() {
        FrontChapters front = new FrontChapters(book, chapters);
        chapters.prose(Resource.read("how-to-read.md"));
        front.version();
        front.clocks();
        chapters.prose(Resource.read("always.md"));
        front.guards();
        RuleChapters rules = new RuleChapters(book, chapters);
        Stream.of(Chapter.values()).forEach(rules::write);
        CatalogueChapters catalogue = new CatalogueChapters(book, chapters);
        catalogue.groups();
        catalogue.areas();
        catalogue.factors();
        catalogue.unread();
        new FigureChapter(book, chapters).write();
    }

    private void contents() {
        List<String> titles = new ArrayList<>(List.of("What this is", "How to read it", "This version", "Clocks"));
        titles.add("What always holds");
        Stream.of(Chapter.values())
                .map(chapter -> RuleChapters.title(book, chapter))
                .forEach(titles::add);
        titles.addAll(List.of("Groups of factors", "Areas", "Factors", "Factors that no rule reads", "Every figure"));
        contents.bullets(titles.stream()
                .map(one -> contents.line().link(Anchors.chapter(one), one))
                .toList());
        contents.paragraph("Find a rule by the number that a recommendation shows:");
        Map<String, List<Line>> byLetters = new LinkedHashMap<>();
        book.families()
                .forEach(family -> byLetters
                        .computeIfAbsent(family.letters(), none -> new ArrayList<>())
                        .add(contents.line().link(Anchors.rule(family.id()), family.id())));
        contents.bullets(byLetters.values().stream()
                .map(links -> contents.line().join(links, " "))
                .toList());
    }

    /** The book as Markdown. */
    public String markdown() {
        return Stream.of(title, contents, chapters)
                        .map(page -> rendering.markdown(page.document()).strip())
                        .reduce((before, after) -> before + "\n\n" + after)
                        .orElse("")
                + "\n";
    }

    /** The book as one HTML file that needs nothing beside it. */
    public String html() {
        return rendering.html(
                "Rule book " + book.rules().manifest().name(),
                title.document(),
                contents.document(),
                chapters.document());
    }
}
