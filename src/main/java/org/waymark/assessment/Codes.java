package org.waymark.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Readings of strings that are one of a few words. */
public final class Codes {

    private Codes() {}

    /** A constant by its code. */
    public static <T extends Enum<T> & Coded> Reading<T> of(Class<T> type) {
        List<String> codes = Stream.of(type.getEnumConstants()).map(Coded::code).toList();
        return at -> {
            String code = read(at, codes);
            return code == null ? null : Coded.of(type, code).orElse(null);
        };
    }

    /** One of these words. */
    public static Reading<String> oneOf(String... codes) {
        return oneOf(List.of(codes));
    }

    /** One of these words. */
    public static Reading<String> oneOf(List<String> codes) {
        return at -> read(at, codes);
    }

    private static @Nullable String read(Cursor at, List<String> codes) {
        if (!at.node().isString()) {
            at.expected("one of " + Quoted.anyOf(codes));
            return null;
        }
        String code = at.node().stringValue();
        if (!codes.contains(code)) {
            at.fault("unknown code " + Quoted.of(code) + Nearest.hintAndAllowed(code, codes));
            return null;
        }
        return code;
    }
}
