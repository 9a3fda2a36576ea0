package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.screening.casefile.NeverEnded;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Rule;

/** What may be observed and where it leads: factors, groups of factors, and what areas have. */
final class CatalogueChapters {

    private final Book book;
    private final Page page;
    private final Catalogue catalogue;

    CatalogueChapters(Book book, Page page) {
        this.book = book;
        this.page = page;
        this.catalogue = book.rules().catalogue();
    }

    void groups() {
        page.heading(2, Anchors.chapter("Groups of factors"), "Groups of factors");
        page.paragraph("A rule may ask for so many factors of a group. A factor that the same rule names counts in the "
                + "group as well, where it is in it. The program itself reads the group immediate-harm (a yes is never "
                + "without a pathway, and counts as now where nobody gave its date), and lets no later no end a yes in "
                + "immediate-harm, exploitation, exploitation-strong or abuse.");
        for (String group : catalogue.groups()) {
            String called = book.words().names().group(group).capitalised().text();
            page.heading(3, Anchors.group(group), called);
            page.paragraph(page.line().code(group).text(". ").then(readers(group)));
            page.paragraph(page.line()
                    .text(catalogue.group(group).size() + " factors: ")
                    .join(
                            catalogue.group(group).stream()
                                    .map(factor -> page.line().link(Anchors.factor(factor), label(factor)))
                                    .toList(),
                            "; ")
                    .text("."));
        }
    }

    private Line readers(String group) {
        Set<Rule> lines = book.index().counting(group);
        return lines.isEmpty()
                ? page.line("No rule counts it.")
                : page.line().text("Counted by ").then(book.links(page, lines)).text(".");
    }

    private String label(String factor) {
        return catalogue.factor(factor).map(Factor::label).orElse(factor);
    }

    void factors() {
        page.heading(2, Anchors.chapter("Factors"), "Factors");
        page.paragraph("Everything that a screener may be asked, by the part of life it belongs to: the question, what "
                + "counts as yes, how long an answer counts, and where a yes may lead.");
        Map<String, List<Factor>> byDomain = new LinkedHashMap<>();
        catalogue
                .factors()
                .forEach(factor -> byDomain.computeIfAbsent(factor.domain(), none -> new ArrayList<>())
                        .add(factor));
        byDomain.forEach((domain, factors) -> {
            String called = capitalised(domain.replace('-', ' '));
            page.heading(3, "domain " + domain, called);
            factors.forEach(this::factor);
        });
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    private void factor(Factor factor) {
        page.heading(4, Anchors.factor(factor.id()), capitalised(factor.label().strip()));
        page.paragraph(page.line(factor.question().strip()));
        List<Line> facts = new ArrayList<>();
        facts.add(
                page.line().strong("Yes means").text(": " + factor.definition().strip()));
        facts.add(page.line()
                .strong("Answer")
                .text(": " + kind(factor) + ". It counts " + counts(factor) + ". Where sources disagree, "
                        + factor.protectiveAnswer().code().replace('-', ' ') + " counts."));
        if (factor.raiseOnly()) {
            facts.add(page.line().strong("Sensitive").text(": it may only ever raise a result"));
        }
        facts.add(page.line().strong("Code").text(": ").code(factor.id()));
        facts.addAll(leads(factor.id()));
        page.bullets(facts);
    }

    private static String kind(Factor factor) {
        return switch (factor.kind()) {
            case STATE -> "a state, which holds or does not";
            case EVENT -> "an event, which has dates";
            case MEASURE -> "a figure, in " + factor.unit();
        };
    }

    private String counts(Factor factor) {
        return switch (factor.carries()) {
            case DATED -> "at every later contact, by its date";
            case UNTIL_CHANGED -> untilChanged(factor);
            case NOW -> "only at the contact that said it";
        };
    }

    private String untilChanged(Factor factor) {
        if (factor.protectiveAnswer() == Answer.NO) {
            return "at later contacts, until an answer that is more careful or at least as well founded";
        }
        return NeverEnded.includes(catalogue, factor)
                ? "at every later contact: a later no does not end a yes, only a manager's correction does"
                : "at later contacts, until a no at least as well founded";
    }

    private List<Line> leads(String factor) {
        List<Line> leads = new ArrayList<>();
        Set<Rule> naming = book.index().naming(factor);
        List<String> groups = book.index().groupsOf(factor).stream()
                .filter(group -> !book.index().counting(group).isEmpty())
                .toList();
        if (naming.isEmpty() && groups.isEmpty()) {
            leads.add(page.line().strong("Rules").text(": no rule reads it"));
            return leads;
        }
        if (!naming.isEmpty()) {
            leads.add(page.line().strong("Rules").text(": ").then(book.links(page, naming)));
        }
        if (!groups.isEmpty()) {
            leads.add(page.line().strong("Through groups").text(": ").join(groupLinks(groups), "; "));
        }
        Set<Pathway> pathways = Index.pathways(book.index().reading(factor));
        if (!pathways.isEmpty()) {
            leads.add(page.line().strong("May lead to").text(": ").join(pathwayLinks(pathways.stream()), ", "));
        } else {
            leads.add(page.line().strong("May lead to").text(": no pathway; services, actions, blocks or notices"));
        }
        return leads;
    }

    private List<Line> groupLinks(List<String> groups) {
        return groups.stream()
                .map(group -> page.line()
                        .link(
                                Anchors.group(group),
                                book.words().names().group(group).text()))
                .toList();
    }

    private List<Line> pathwayLinks(Stream<Pathway> pathways) {
        return pathways.map(pathway -> page.line()
                        .link(
                                Anchors.chapter(book.words().names().pathwayInFull(pathway)),
                                book.words().names().pathway(pathway)))
                .toList();
    }

    void unread() {
        page.heading(2, Anchors.chapter("Factors that no rule reads"), "Factors that no rule reads");
        List<Line> unread = catalogue.factors().stream()
                .filter(factor -> book.index().reading(factor.id()).isEmpty())
                .map(factor -> page.line().link(Anchors.factor(factor.id()), factor.label()))
                .toList();
        page.paragraph(
                unread.isEmpty()
                        ? "Every factor is read by a rule."
                        : "They are recorded for the people who work with the child, and change no recommendation:");
        page.bullets(unread);
    }

    void areas() {
        page.heading(2, Anchors.chapter("Areas"), "Areas");
        page.paragraph(
                "What some areas have and others do not. A rule may ask for it; where nobody has said that an area "
                        + "has it, it does not count.");
        List<List<Line>> rows = new ArrayList<>();
        for (String attribute : catalogue.areaAttributes().stream().sorted().toList()) {
            rows.add(List.of(
                    page.line(capitalised(book.words().names().attribute(attribute))),
                    page.line(String.join(", ", having(attribute))),
                    book.links(page, book.index().asking(attribute))));
        }
        page.table(List.of("What an area may have", "Areas that have it", "Rules that ask"), rows);
        List<String> none = catalogue.areas().stream()
                .filter(area -> catalogue.attributesOf(area).isEmpty())
                .toList();
        if (!none.isEmpty()) {
            page.paragraph("Listed with none of them: " + String.join(", ", none) + ".");
        }
    }

    private List<String> having(String attribute) {
        return catalogue.areas().stream()
                .filter(area -> catalogue.attributesOf(area).contains(attribute))
                .toList();
    }
}
