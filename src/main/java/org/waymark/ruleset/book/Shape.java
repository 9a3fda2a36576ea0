package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.ruleset.words.Phrase;

/**
 * What several conditions share where they differ in a figure at their end only, and for each what is its own.
 *
 * @param lead the beginning that all share
 * @param ends the rest of each, in their order
 */
record Shape(Phrase lead, List<String> ends) {

    /** The shape of these, or nothing where they differ in more. */
    static Optional<Shape> of(List<Phrase> phrases) {
        if (phrases.stream().map(Phrase::withoutFigures).distinct().count() > 1) {
            return Optional.empty();
        }
        List<Phrase.Part> first = phrases.get(0).parts();
        int shared = 0;
        while (shared < first.size() && isShared(shared, phrases)) {
            shared++;
        }
        if (first.subList(shared, first.size()).stream().anyMatch(Shape::isNamed)) {
            return Optional.empty();
        }
        int from = shared;
        List<String> ends = phrases.stream().map(phrase -> end(phrase, from)).toList();
        return Optional.of(new Shape(withoutComma(first.subList(0, shared)), ends));
    }

    private static boolean isShared(int at, List<Phrase> phrases) {
        return phrases.stream().map(phrase -> phrase.parts().get(at)).distinct().count() == 1;
    }

    private static boolean isNamed(Phrase.Part part) {
        return part instanceof Phrase.OfFactor || part instanceof Phrase.OfGroup;
    }

    private static String end(Phrase phrase, int from) {
        return phrase.parts().subList(from, phrase.parts().size()).stream()
                .map(Phrase.Part::text)
                .collect(Collectors.joining());
    }

    private static Phrase withoutComma(List<Phrase.Part> parts) {
        List<Phrase.Part> trimmed = new ArrayList<>(parts);
        int last = trimmed.size() - 1;
        if (last >= 0 && trimmed.get(last) instanceof Phrase.Plain plain) {
            trimmed.set(last, new Phrase.Plain(plain.text().replaceFirst(",? $", "")));
        }
        return new Phrase(trimmed);
    }
}
