package org.waymark.trail.sealing;

import java.util.List;
import org.waymark.trail.log.Hash;

/**
 * Some entries that became leaves together, by one write.
 *
 * @param first the index of its first leaf
 * @param after how far the log has come with it
 */
record Batch(long first, List<Leaf> leaves, LogHead after) {

    Batch {
        leaves = List.copyOf(leaves);
    }

    /**
     * An entry as a leaf.
     *
     * @param entry its id
     */
    record Leaf(String entry, Hash hash) {}

    /** The index after its last leaf. */
    long end() {
        return first + leaves.size();
    }

    List<Hash> hashes() {
        return leaves.stream().map(Leaf::hash).toList();
    }
}
