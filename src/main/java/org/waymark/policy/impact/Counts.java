package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sorted counts, several a key. Adding in another order gives the same. */
final class Counts<K extends Comparable<? super K>> {

    private final int columns;
    private final SortedMap<K, long[]> counts = new TreeMap<>();

    /**
     * @param columns how many counts each key has
     */
    Counts(int columns) {
        this.columns = columns;
    }

    void add(K key, int column) {
        add(key, column, 1);
    }

    private void add(K key, int column, long number) {
        counts.computeIfAbsent(key, none -> new long[columns])[column] += number;
    }

    void add(Counts<K> other) {
        for (Map.Entry<K, long[]> entry : other.counts.entrySet()) {
            for (int column = 0; column < columns; column++) {
                add(entry.getKey(), column, entry.getValue()[column]);
            }
        }
    }

    /** The counts by key, in the order of the keys. */
    SortedMap<K, long[]> sorted() {
        return counts;
    }

    /** One key with its counts, as it is kept. */
    record Row(List<@Nullable String> key, List<Long> counts) {}

    /**
     * Every key with its counts, in order.
     *
     * @param words the key as texts
     */
    List<Row> rows(Function<K, List<@Nullable String>> words) {
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, row) ->
                rows.add(new Row(words.apply(key), Arrays.stream(row).boxed().toList())));
        return rows;
    }

    /** Adds rows that were kept. */
    void addRows(JsonNode rows, Function<JsonNode, K> key) {
        for (JsonNode row : rows) {
            K read = key.apply(row.path("key"));
            for (int column = 0; column < columns; column++) {
                add(read, column, row.path("counts").path(column).asLong());
            }
        }
    }

    long get(K key, int column) {
        long[] found = counts.get(key);
        return found == null ? 0 : found[column];
    }
}
