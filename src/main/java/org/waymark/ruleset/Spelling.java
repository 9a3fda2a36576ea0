package org.waymark.ruleset;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.waymark.assessment.Coded;

/** Guesses which word was meant. */
final class Spelling {

    private static final int FEW = 8;
    private static final int MOST_SLIPS = 20;

    private Spelling() {}

    /** A likely fix for a word that is not among the allowed ones. */
    static String fix(String found, Collection<String> allowed) {
        Optional<String> nearest = allowed.stream()
                .filter(word -> distance(found, word) <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(found, word))
                        .thenComparing(Comparator.naturalOrder()));
        if (nearest.isPresent()) {
            return "did you mean `" + nearest.get() + "`?";
        }
        return allowed.size() > FEW
                ? ""
                : "allowed are "
                        + allowed.stream()
                                .sorted()
                                .map(word -> "`" + word + "`")
                                .collect(Collectors.joining(", "));
    }

    /** The names of an enumeration's constants, as rule files write them. */
    static <T extends Enum<T> & Coded> Collection<String> names(Class<T> type) {
        return java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static int distance(String one, String other) {
        // No fewer slips than letters too many: a word of half a million letters is not looked at letter by letter.
        int lengths = Math.abs(one.length() - other.length());
        return lengths > MOST_SLIPS
                ? lengths
                : LevenshteinDistance.getDefaultInstance().apply(one, other);
    }
}
