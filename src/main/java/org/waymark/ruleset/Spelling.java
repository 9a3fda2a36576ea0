package org.waymark.ruleset;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Nearest;

/** Guesses which word was meant. */
public final class Spelling {

    private static final int FEW = 10;

    private Spelling() {}

    /** A likely fix for a word that is not among the allowed ones. */
    public static String fix(String found, Collection<String> allowed) {
        Optional<String> nearest = Nearest.to(found, allowed.stream().sorted().toList());
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
}
