package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: all that is needed to append to it and to know its root. It never changes; appending gives
 * another.
 *
 * @param size the number of leaves
 * @param edge the roots of the complete subtrees that the leaves fall into, the largest first: one for each bit that is
 *     set in the size
 */
public record CompactTree(long size, List<Hash> edge) {

    /** The tree of no leaves. */
    public static final CompactTree EMPTY = new CompactTree(0, List.of());

    /** @throws MalformedText if the edge has not one hash for each bit that is set in the size */
    public CompactTree {
        if (size < 0 || edge.size() != Long.bitCount(size)) {
            throw new MalformedText("a tree of " + size + " leaves has no edge of " + edge.size() + " hashes");
        }
        edge = List.copyOf(edge);
    }

    /** The tree with one more leaf. */
    public CompactTree append(Hash leaf) {
        return append(List.of(leaf));
    }

    /** The tree with these leaves after its own, in their order. */
    public CompactTree append(List<Hash> leaves) {
        List<Hash> grown = new ArrayList<>(edge);
        long count = size;
        for (Hash leaf : leaves) {
            Hash last = leaf;
            // Each low bit that is set stands for a subtree as large as what has been gathered so far.
            for (long bits = count; (bits & 1) == 1; bits >>= 1) {
                last = MerkleHashing.node(grown.remove(grown.size() - 1), last);
            }
            grown.add(last);
            count++;
        }
        return new CompactTree(count, grown);
    }

    /** The root: RFC 9162 section 2.1.1. */
    public Hash root() {
        if (edge.isEmpty()) {
            return MerkleHashing.EMPTY;
        }
        Hash root = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = MerkleHashing.node(edge.get(i), root);
        }
        return root;
    }

    /** The state as text: a line with the size, then a line with each hash in base64. */
    public String text() {
        StringBuilder text = new StringBuilder().append(size).append('\n');
        edge.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.toString();
    }

    /** @throws MalformedText if it is not what {@link #text()} gives */
    public static CompactTree parse(String text) {
        List<String> lines = Texts.lines(text);
        long size = Texts.onLine(1, () -> Texts.decimal(lines.get(0)));
        return new CompactTree(size, Texts.hashes(lines.subList(1, lines.size()), 2));
    }
}
