package org.waymark.access;

import java.util.List;

/** What the table of access says of a call, for tests that are elsewhere. */
public final class WhoMay {

    private WhoMay() {}

    /** Whether anybody may at all. */
    public static boolean isListed(String method, String pattern) {
        return AccessTable.row(method, pattern).isPresent();
    }

    /** The roles that may make it, as the provider of the tests names them; all of them where it needs no user. */
    public static List<String> call(String method, String pattern) {
        return AccessTable.row(method, pattern).orElseThrow().roles().stream()
                .map(Role::user)
                .sorted()
                .toList();
    }

    /** Whether nobody has to sign in for it. */
    public static boolean unasked(String method, String pattern) {
        return AccessTable.row(method, pattern).orElseThrow().open();
    }
}
