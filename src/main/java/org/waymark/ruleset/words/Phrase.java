package org.waymark.ruleset.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Some words, in parts, so that whoever shows them can link what is a factor or a group and set off what is a figure.
 * Two phrases of equal parts are equal.
 */
public record Phrase(List<Part> parts) {

    /** A piece of a phrase. */
    public sealed interface Part permits Plain, OfFactor, OfGroup, Figure {

        /** As it reads in running text. */
        String text();
    }

    /** Words that need nothing. */
    public record Plain(String text) implements Part {}

    /** What a factor is called. */
    public record OfFactor(String factor, String text) implements Part {}

    /** What the factors of a group are called, in the plural. */
    public record OfGroup(String group, String text) implements Part {}

    /** A limit or a clock that a policy officer may move: a window, a count, an age, a level, a time to respond. */
    public record Figure(String text) implements Part {}

    public Phrase {
        parts = parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /** Words that need nothing, as a phrase. */
    public static Phrase plain(String text) {
        return new Phrase(List.of(new Plain(text)));
    }

    /** A limit or a clock, as a phrase. */
    public static Phrase figure(String text) {
        return new Phrase(List.of(new Figure(text)));
    }

    /** This and then that; no space is put between. */
    public Phrase then(Phrase more) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(more.parts);
        return new Phrase(both);
    }

    public Phrase then(String plain) {
        return plain.isEmpty() ? this : then(plain(plain));
    }

    /** Phrases in a row: {@code a, b and c} where the separators are {@code ", "} and {@code " and "}. */
    static Phrase list(List<Phrase> phrases, String separator, String last) {
        Phrase all = plain("");
        for (int i = 0; i < phrases.size(); i++) {
            String before = i == 0 ? "" : i == phrases.size() - 1 ? last : separator;
            all = all.then(before).then(phrases.get(i));
        }
        return all;
    }

    /** The same with each figure made the same: two phrases that differ in a figure only are then equal. */
    public Phrase withoutFigures() {
        return new Phrase(parts.stream()
                .map(part -> part instanceof Figure ? new Figure("…") : part)
                .toList());
    }

    /** Its figures, in their order. */
    public List<String> figures() {
        return parts.stream().filter(Figure.class::isInstance).map(Part::text).toList();
    }

    /** As one text that stands alone. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** The same with a capital at its beginning. */
    public Phrase capitalised() {
        for (int i = 0; i < parts.size(); i++) {
            String text = parts.get(i).text();
            if (!text.isEmpty()) {
                List<Part> changed = new ArrayList<>(parts);
                changed.set(i, with(parts.get(i), text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1)));
                return new Phrase(changed);
            }
        }
        return this;
    }

    private static Part with(Part part, String text) {
        if (part instanceof OfFactor of) {
            return new OfFactor(of.factor(), text);
        } else if (part instanceof OfGroup of) {
            return new OfGroup(of.group(), text);
        }
        return part instanceof Figure ? new Figure(text) : new Plain(text);
    }

    @Override
    public String toString() {
        return text();
    }
}
