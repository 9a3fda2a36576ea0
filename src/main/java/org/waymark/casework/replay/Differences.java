package org.waymark.casework.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Where two documents differ, each place as deep as it goes.
 *
 * @param shown the first of them, in the order of the recorded document
 * @param count how many there are
 */
public record Differences(List<Difference> shown, int count) {

    /** More tell nobody anything: the rules differ as a whole, or the facts do. */
    static final int MOST = 50;

    /** Around the byte at which texts part. */
    private static final int AROUND = 40;

    public Differences {
        shown = List.copyOf(shown);
    }

    public boolean none() {
        return count == 0;
    }

    /**
     * Compares two JSON texts byte by byte; where they are not the same, says where.
     *
     * @param at the place of both in a larger document
     */
    public static Differences between(String was, String is, String at) {
        if (was.equals(is)) {
            return new Differences(List.of(), 0);
        }
        List<Difference> found = new ArrayList<>();
        compare(at, Json.read(was), Json.read(is), found);
        if (found.isEmpty()) {
            found.add(spelling(was, is, at));
        }
        return new Differences(found.subList(0, Math.min(found.size(), MOST)), found.size());
    }

    private static void compare(String at, @Nullable JsonNode was, @Nullable JsonNode is, List<Difference> found) {
        if (was != null && is != null && was.isObject() && is.isObject()) {
            Set<String> names = new LinkedHashSet<>(was.propertyNames());
            names.addAll(is.propertyNames());
            names.forEach(name -> compare(at + "/" + escaped(name), was.get(name), is.get(name), found));
        } else if (was != null && is != null && was.isArray() && is.isArray()) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                compare(at + "/" + i, was.get(i), is.get(i), found);
            }
        } else if (!Objects.equals(was, is)) {
            found.add(new Difference(at, was, is));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The same values in another spelling, or in another order of fields. */
    private static Difference spelling(String was, String is, String at) {
        int same = 0;
        while (same < Math.min(was.length(), is.length()) && was.charAt(same) == is.charAt(same)) {
            same++;
        }
        return new Difference(at, around(was, same), around(is, same));
    }

    private static JsonNode around(String text, int place) {
        int from = Math.max(0, place - AROUND);
        return StringNode.valueOf(text.substring(from, Math.min(text.length(), place + AROUND)));
    }
}
