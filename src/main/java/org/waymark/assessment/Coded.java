package org.waymark.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A constant that the outside world knows by a lower-case kebab-case code: {@code ONE_WORKING_DAY} is {@code one-working-day}. */
public interface Coded {

    String name();

    /** The code that JSON, files and pages show. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of these, in their order. */
    static List<String> codes(Coded... all) {
        return Stream.of(all).map(Coded::code).toList();
    }

    /** The constant with this code, or nothing where there is none. */
    static <T extends Enum<T> & Coded> Optional<T> of(Class<T> type, String code) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
