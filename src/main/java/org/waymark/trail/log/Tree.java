package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tree of a given size, and the proofs that it gives: RFC 9162 sections 2.1.3.1 and 2.1.4.1. A proof asks for at most
 * two hashes a level.
 *
 * @param hashes where its hashes come from; they may be those of a larger tree
 * @param size the number of leaves
 */
public record Tree(Hashes hashes, long size) {

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no fewer than 0 leaves, not " + size);
        }
    }

    /** The root at this size. */
    public Hash root() {
        return size == 0 ? MerkleHashing.EMPTY : root(0, size);
    }

    /**
     * What shows that a leaf is in this tree: the siblings on its way to the root, the lowest first.
     *
     * @param index the leaf, counted from 0
     * @throws IllegalArgumentException if this tree has no such leaf
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<Hash> downwards = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long middle = first + leftLeaves(end - first);
            if (index < middle) {
                downwards.add(root(middle, end));
                end = middle;
            } else {
                downwards.add(root(first, middle));
                first = middle;
            }
        }
        return upwards(downwards);
    }

    /**
     * What shows that the first leaves of this tree are those of an older one, unchanged.
     *
     * @param oldSize the number of leaves of the older tree
     * @throws IllegalArgumentException if the older tree is the larger one
     */
    public List<Hash> consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none of " + oldSize + " before it");
        }
        if (oldSize == 0 || oldSize == size) {
            return List.of();
        }
        List<Hash> downwards = new ArrayList<>();
        long first = 0;
        long end = size;
        while (end != oldSize) {
            long middle = first + leftLeaves(end - first);
            if (oldSize <= middle) {
                downwards.add(root(middle, end));
                end = middle;
            } else {
                downwards.add(root(first, middle));
                first = middle;
            }
        }
        if (first > 0) {
            // The older tree is not itself a subtree of this one: the verifier does not have this part of it.
            downwards.add(root(first, end));
        }
        return upwards(downwards);
    }

    /** The root of the leaves from first to before end, where they are a range that the splitting of the tree gives. */
    private Hash root(long first, long end) {
        long leaves = end - first;
        if (Long.bitCount(leaves) == 1) {
            return hashes.of(Subtree.of(first, leaves));
        }
        long middle = first + leftLeaves(leaves);
        return MerkleHashing.node(root(first, middle), root(middle, end));
    }

    /** The largest power of two that is smaller than the number of leaves, of which there are two at least. */
    private static long leftLeaves(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static List<Hash> upwards(List<Hash> downwards) {
        Collections.reverse(downwards);
        return List.copyOf(downwards);
    }
}
