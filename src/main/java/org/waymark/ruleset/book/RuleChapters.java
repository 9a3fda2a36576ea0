package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.ruleset.words.Clocks;
import org.waymark.ruleset.words.Given;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Rule;

/** The chapters of rules: one for each pathway, then services, actions, and blocks with what a reader is told. */
final class RuleChapters {

    private final Book book;
    private final Page page;

    RuleChapters(Book book, Page page) {
        this.book = book;
        this.page = page;
    }

    /** The title of a chapter: of a pathway, its name in the rule set. */
    static String title(Book book, Chapter chapter) {
        Pathway pathway = chapter.pathway();
        if (pathway != null) {
            return book.words().names().pathwayInFull(pathway);
        }
        return switch (chapter) {
            case SERVICES -> "Services";
            case ACTIONS -> "Actions";
            default -> "Blocks and notices";
        };
    }

    void write(Chapter chapter) {
        String title = title(book, chapter);
        page.heading(2, Anchors.chapter(title), title);
        Pathway pathway = chapter.pathway();
        if (pathway != null) {
            pathway(pathway);
        } else {
            switch (chapter) {
                case SERVICES -> services();
                case ACTIONS -> actions();
                default -> blocks();
            }
        }
        FamilySection section = new FamilySection(book, page);
        inOrder(book.families().stream()
                        .filter(family -> family.chapter() == chapter)
                        .toList())
                .forEach(section::write);
    }

    /** The letters that most rules of the chapter begin with come first. */
    private static List<Family> inOrder(List<Family> families) {
        Map<String, Long> rules =
                families.stream().collect(Collectors.groupingBy(Family::letters, TreeMap::new, Collectors.counting()));
        return families.stream()
                .sorted(Comparator.comparing((Family family) -> -rules.getOrDefault(family.letters(), 0L))
                        .thenComparing(Family::id))
                .toList();
    }

    private void pathway(Pathway pathway) {
        String legalBasis = book.rules().manifest().legalBases().getOrDefault(pathway, "");
        page.paragraph(page.line().strong("Legal basis").text(": " + legalBasis));
        List<List<Line>> rows = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            for (String level : levels(pathway)) {
                List<Rule> lines = lines(given -> given.pathways().stream()
                        .anyMatch(advice -> advice.pathway() == pathway
                                && advice.urgency() == urgency
                                && level.equals(level(advice))));
                if (!lines.isEmpty()) {
                    rows.add(List.of(
                            page.line(Clocks.within(urgency) + (level.isEmpty() ? "" : ", level " + level)),
                            book.links(page, lines)));
                }
            }
        }
        page.paragraph(
                "Every line that leads here, the most urgent first. A rule that leads to two pathways is written "
                        + "out once, in the chapter to which most of its lines lead.");
        page.table(List.of("How soon", "Rules"), rows);
    }

    private static String level(PathwayAdvice advice) {
        return advice.level() == null ? "" : advice.level();
    }

    /** Highest first, and last what has none. */
    private List<String> levels(Pathway pathway) {
        List<String> levels = new ArrayList<>();
        if (pathway == Pathway.MACE) {
            book.rules().manifest().levels().forEach(level -> levels.add(0, level));
        }
        levels.add("");
        return levels;
    }

    private void services() {
        page.paragraph("Help that is offered, beside a pathway or without one. The rules below give services only; the "
                + "table names every line that offers one.");
        List<List<Line>> rows = new ArrayList<>();
        for (Service service : Service.values()) {
            row(Given.service(service), given -> given.services().contains(service), rows);
        }
        page.table(List.of("Service", "Offered by"), rows);
    }

    private void actions() {
        page.paragraph(
                "What somebody is asked to do. An action without a clock of its own has the clock of its rule's "
                        + "pathway; where the rule gives none, that of the whole recommendation; and 20 working days where that has none.");
        List<List<Line>> rows = new ArrayList<>();
        for (Action action : Action.values()) {
            row(
                    Given.action(action),
                    given -> given.actions().stream().anyMatch(advice -> advice.action() == action),
                    rows);
        }
        page.table(List.of("Action", "Asked for by"), rows);
    }

    private void blocks() {
        page.paragraph("A block says what may not be done until a manager has looked. A notice tells the reader of a "
                + "recommendation what it rests on; the notices that no rule gives come with every rule set.");
        List<List<Line>> rows = new ArrayList<>();
        for (Block block : Block.values()) {
            row("Block: " + Given.block(block), given -> given.blocks().contains(block), rows);
        }
        for (Flag flag : Flag.values()) {
            row("Notice: " + Given.flag(flag), given -> given.flags().contains(flag), rows);
        }
        page.table(List.of("Block or notice", "Given by"), rows);
    }

    private void row(String what, Predicate<Conclusions> gives, List<List<Line>> rows) {
        List<Rule> lines = lines(gives);
        if (!lines.isEmpty()) {
            rows.add(List.of(page.line(capitalised(what)), book.links(page, lines)));
        }
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.UK) + text.substring(1);
    }

    private List<Rule> lines(Predicate<Conclusions> gives) {
        return Stream.of(book.rules().rules())
                .flatMap(List::stream)
                .filter(rule -> gives.test(rule.conclusions()))
                .toList();
    }
}
