package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Compares things of two rule sets that go by the same key. What is told comes in the order of the keys. */
final class Keyed {

    private Keyed() {}

    /** What is told of a thing by its key. */
    @FunctionalInterface
    interface Telling<V, T> {
        List<T> of(String key, V value);
    }

    /** What is told of a thing that both have. */
    @FunctionalInterface
    interface Comparing<V, T> {
        List<T> of(String key, V before, V after);
    }

    static <V, T> List<T> compare(
            Map<String, V> before,
            Map<String, V> after,
            Telling<V, T> added,
            Telling<V, T> removed,
            Comparing<V, T> both) {
        SortedSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<T> told = new ArrayList<>();
        for (String key : keys) {
            V was = before.get(key);
            V is = after.get(key);
            if (was == null && is != null) {
                told.addAll(added.of(key, is));
            } else if (was != null && is == null) {
                told.addAll(removed.of(key, was));
            } else if (was != null && is != null) {
                told.addAll(both.of(key, was, is));
            }
        }
        return told;
    }

    /** Names that one has and the other has not. */
    static List<Detail> names(
            Iterable<String> before, Iterable<String> after, BiFunction<String, Boolean, Detail> added) {
        SortedSet<String> was = sorted(before);
        SortedSet<String> is = sorted(after);
        List<Detail> details = new ArrayList<>();
        is.stream().filter(name -> !was.contains(name)).forEach(name -> details.add(added.apply(name, true)));
        was.stream().filter(name -> !is.contains(name)).forEach(name -> details.add(added.apply(name, false)));
        return details;
    }

    private static SortedSet<String> sorted(Iterable<String> names) {
        SortedSet<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return sorted;
    }
}
