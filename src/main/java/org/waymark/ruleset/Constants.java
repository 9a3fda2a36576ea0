package org.waymark.ruleset;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;

/** Reads the constants of the rule language: the contract's codes in capitals. */
final class Constants {

    private Constants() {}

    static <T extends Enum<T> & Coded> @Nullable T read(Token word, Class<T> type, Faults faults) {
        Optional<T> constant = find(word, type);
        if (constant.isEmpty()) {
            faults.add(
                    word.place(),
                    "unknown " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " " + word.shown(),
                    Spelling.fix(word.text(), Spelling.names(type)));
        }
        return constant.orElse(null);
    }

    static <T extends Enum<T> & Coded> Optional<T> find(Token word, Class<T> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> word.isWord() && constant.name().equals(word.text()))
                .findFirst();
    }
}
