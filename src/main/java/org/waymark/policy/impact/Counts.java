package org.waymark.policy.impact;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    long get(K key, int column) {
        long[] found = counts.get(key);
        return found == null ? 0 : found[column];
    }
}
