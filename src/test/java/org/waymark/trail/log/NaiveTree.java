package org.waymark.trail.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** MTH(D[n]) word for word as RFC 6962 section 2.1 defines it; only the complete subtrees are kept, to be quick. */
final class NaiveTree implements Hashes {

    private record Range(long first, long end) {}

    private final List<Hash> leaves;
    private final Map<Range, Hash> complete = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHashing.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    Hash root(int size) {
        return size == 0 ? MerkleHashing.EMPTY : mth(0, size);
    }

    @Override
    public Hash of(Subtree subtree) {
        return mth(subtree.index() << subtree.level(), (subtree.index() + 1) << subtree.level());
    }

    Hash mth(long first, long end) {
        long n = end - first;
        if (n == 1) {
            return leaves.get((int) first);
        }
        Hash known = complete.get(new Range(first, end));
        if (known != null) {
            return known;
        }
        long k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        Hash root = MerkleHashing.node(mth(first, first + k), mth(first + k, end));
        if (k * 2 == n) {
            complete.put(new Range(first, end), root);
        }
        return root;
    }
}
