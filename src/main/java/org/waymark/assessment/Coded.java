package org.waymark.assessment;

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

    /** The constant with this code, or nothing where there is none. */
    static <T extends Enum<T> & Coded> Optional<T> of(Class<T> type, String code) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
