package org.waymark.trail.log;

import java.util.List;

/**
 * Checks proofs from what the verifier holds alone. Strict: a proof with one hash too many or too few is false, and so
 * is every size or index that no tree can have.
 */
public final class Proofs {

    private Proofs() {}

    /**
     * Whether the proof shows that the leaf stands at the index of the tree with this size and root: RFC 9162 section
     * 2.1.3.2.
     */
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash reached = leaf;
        for (Hash sibling : proof) {
            if (climb.atTop()) {
                return false;
            }
            reached =
                    climb.siblingIsLeft() ? MerkleHashing.node(sibling, reached) : MerkleHashing.node(reached, sibling);
            climb.up();
        }
        return climb.atTop() && reached.equals(root);
    }

    /**
     * Whether the proof shows that the old tree is the beginning of the new one: RFC 9162 section 2.1.4.2. The proof is
     * empty where the old tree has no leaves, or is the new one.
     */
    public static boolean verifyConsistency(long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
        if (oldSize < 0 || oldSize > newSize || !emptyIsEmpty(oldSize, oldRoot) || !emptyIsEmpty(newSize, newRoot)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        return oldSize == 0 ? proof.isEmpty() : grows(oldSize, newSize, oldRoot, newRoot, proof);
    }

    private static boolean grows(long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
        // The root of a complete old tree is the first hash itself, and so is left out of the proof.
        boolean complete = Long.bitCount(oldSize) == 1;
        if (proof.isEmpty()) {
            return false;
        }
        Hash first = complete ? oldRoot : proof.get(0);
        Climb climb = new Climb(oldSize - 1, newSize - 1);
        climb.overRightTurns();
        Hash old = first;
        Hash grown = first;
        for (Hash sibling : proof.subList(complete ? 0 : 1, proof.size())) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                old = MerkleHashing.node(sibling, old);
                grown = MerkleHashing.node(sibling, grown);
            } else {
                grown = MerkleHashing.node(grown, sibling);
            }
            climb.up();
        }
        return climb.atTop() && old.equals(oldRoot) && grown.equals(newRoot);
    }

    private static boolean emptyIsEmpty(long size, Hash root) {
        return size > 0 || root.equals(MerkleHashing.EMPTY);
    }

    /** The way from a leaf to the root: `fn` and `sn` of RFC 9162. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        /** Past the sibling just used; a node at the right edge has none until the edge next turns right. */
        void up() {
            if (siblingIsLeft()) {
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        /** Past every node that is a right child: below them all is within the old tree. */
        void overRightTurns() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }
    }
}
