package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.words.InWords;
import org.waymark.screening.rule.Rule;

/** What every chapter is written from. */
record Book(
        CheckedRules rules, InWords words, Index index, List<Family> families, Map<String, List<BookScenario>> tried) {

    static Book of(CheckedRules rules, List<BookScenario> scenarios) {
        Map<String, List<BookScenario>> tried = new LinkedHashMap<>();
        scenarios.forEach(one ->
                tried.computeIfAbsent(one.rule(), none -> new ArrayList<>()).add(one));
        return new Book(rules, new InWords(rules), new Index(rules), Family.of(rules), tried);
    }

    /** Links to rules, with the lines that are meant where not all are: {@code SG-01, SG-03 (a, c)}. */
    Line links(Page page, Collection<Rule> lines) {
        Map<String, List<String>> byFamily = new LinkedHashMap<>();
        lines.stream()
                .sorted(java.util.Comparator.comparing(Rule::id))
                .forEach(line -> byFamily.computeIfAbsent(line.family(), none -> new ArrayList<>())
                        .add(line.id().substring(line.family().length())));
        List<Line> links = new ArrayList<>();
        byFamily.forEach((family, letters) -> {
            Line link = page.line().link(Anchors.rule(family), family);
            links.add(linesOf(family) == letters.size() ? link : link.text(" (" + lettered(letters) + ")"));
        });
        return page.line().join(links, ", ");
    }

    /** The line of a rule that has no letter is called the first. */
    private static String lettered(List<String> letters) {
        return String.join(
                ", ",
                letters.stream()
                        .map(letter -> letter.isEmpty() ? "first line" : letter)
                        .toList());
    }

    private long linesOf(String family) {
        return families.stream()
                .filter(one -> one.id().equals(family))
                .mapToLong(one -> one.lines().size())
                .sum();
    }
}
