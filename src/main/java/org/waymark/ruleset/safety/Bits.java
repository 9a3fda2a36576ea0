package org.waymark.ruleset.safety;

/** Sets of small numbers as words of bits: what the search does most often must not allocate. */
final class Bits {

    private Bits() {}

    static void set(long[] bits, int number) {
        bits[number >> 6] |= 1L << number;
    }

    static boolean has(long[] bits, int number) {
        return (bits[number >> 6] & 1L << number) != 0;
    }

    static void add(long[] to, long[] more) {
        for (int word = 0; word < to.length; word++) {
            to[word] |= more[word];
        }
    }

    static long[] without(long[] bits, long[] others) {
        long[] left = bits.clone();
        remove(left, others);
        return left;
    }

    static void remove(long[] from, long[] others) {
        for (int word = 0; word < from.length; word++) {
            from[word] &= ~others[word];
        }
    }
}
