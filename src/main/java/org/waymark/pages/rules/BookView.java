package org.waymark.pages.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.words.InWords;
import org.waymark.ruleset.words.Phrase;
import org.waymark.screening.rule.Rule;

/**
 * Every rule of a version in words, made from the rule tree.
 *
 * @param families in the order of their ids
 */
public record BookView(List<FamilyView> families) {

    /** A rule with all its lines. */
    public record FamilyView(String id, String title, List<LineView> lines) {}

    /** A piece of a sentence, with whether it is a figure that somebody may move. */
    public record Piece(String text, boolean figure) {}

    /**
     * One line of a rule.
     *
     * @param sentence what it does, in pieces
     * @param where the place of it in the files
     * @param searched all its words in lower case
     */
    public record LineView(
            String id, String title, List<Piece> sentence, String source, String where, String searched) {

        /** The sentence as one text. */
        public String text() {
            return String.join("", sentence.stream().map(Piece::text).toList());
        }
    }

    public BookView {
        families = List.copyOf(families);
    }

    static BookView of(CheckedRules rules) {
        InWords words = new InWords(rules);
        Map<String, List<LineView>> byFamily = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            byFamily.computeIfAbsent(rule.family(), none -> new ArrayList<>()).add(line(rule, words));
        }
        List<FamilyView> families = new ArrayList<>();
        byFamily.forEach((id, lines) -> families.add(new FamilyView(
                id, rules.notes().rules().getOrDefault(id, lines.get(0).title()), List.copyOf(lines))));
        return new BookView(families);
    }

    private static LineView line(Rule rule, InWords words) {
        Phrase sentence = words.sentence(rule);
        String searched = String.join(" ", rule.id(), rule.title(), sentence.text(), rule.source())
                .toLowerCase(Locale.UK);
        return new LineView(
                rule.id(), rule.title(), pieces(sentence), rule.source(), RuleFault.where(rule.place()), searched);
    }

    static List<Piece> pieces(Phrase phrase) {
        return phrase.parts().stream()
                .map(part -> new Piece(part.text(), part instanceof Phrase.Figure))
                .toList();
    }

    /** The rules in which every one of these words stands; all of them where there are none. */
    List<FamilyView> having(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.UK).split("\\s+"));
        List<FamilyView> found = new ArrayList<>();
        for (FamilyView family : families) {
            List<LineView> lines = family.lines().stream()
                    .filter(line -> wanted.stream()
                            .allMatch(word -> line.searched().contains(word)
                                    || family.title().toLowerCase(Locale.UK).contains(word)))
                    .toList();
            if (!lines.isEmpty()) {
                found.add(new FamilyView(family.id(), family.title(), lines));
            }
        }
        return List.copyOf(found);
    }

    /** One line of a version, which is there. */
    LineView line(String id) {
        return families.stream()
                .flatMap(family -> family.lines().stream())
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** How many lines there are in these. */
    static int count(List<FamilyView> families) {
        return families.stream().mapToInt(family -> family.lines().size()).sum();
    }
}
