package org.waymark.intake.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** JSON pointers, as RFC 6901 has them. */
final class Pointer {

    /** The whole of what was sent. */
    static final String WHOLE = "";

    private Pointer() {}

    /** The pointer to a field within fields, whatever characters their names have. */
    static String to(String... names) {
        return Arrays.stream(names)
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
