package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Trees of up to 10,000 leaves, held against the definition; and proofs, whole and broken. */
class TreePropertiesTest {

    private static final int MOST = 10_000;
    private static final List<Hash> LEAVES = NaiveTree.leaves(MOST);
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);

    /** Every way to break a proof that keeps the rest of what is checked. */
    enum Break {
        CHANGE_A_BIT,
        LEAVE_OUT,
        REPEAT,
        ADD_ANOTHER,
        SWAP
    }

    @Test
    void appendingGivesTheRootOfTheDefinitionAtEverySize() {
        CompactTree tree = CompactTree.EMPTY;
        for (int size = 0; size <= MOST; size++) {
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("root at %s", size).isEqualTo(NAIVE.root(size));
            if (size < MOST) {
                tree = tree.append(LEAVES.get(size));
            }
        }
    }

    @Property
    void appendingManyAtOnceIsAppendingEach(
            @ForAll @IntRange(max = MOST) int one, @ForAll @IntRange(max = MOST) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        CompactTree kept = CompactTree.parse(
                CompactTree.EMPTY.append(LEAVES.subList(0, from)).text());

        assertThat(kept.append(LEAVES.subList(from, to)).root()).isEqualTo(NAIVE.root(to));
    }

    @Property
    void everyLeafIsProvedAndNoBrokenProofProvesIt(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int any,
            @ForAll Break breakage,
            @ForAll Random random) {
        int index = any % size;
        Tree tree = new Tree(NAIVE, size);
        Hash root = NAIVE.root(size);
        List<Hash> proof = tree.inclusion(index);

        assertThat(tree.root()).isEqualTo(root);
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), index, size, proof, root))
                .isTrue();
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), index, size, broken(proof, breakage, random), root))
                .isFalse();
        assertThat(Proofs.verifyInclusion(flipped(LEAVES.get(index), random), index, size, proof, root))
                .isFalse();
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), index, size, proof, flipped(root, random)))
                .isFalse();
        int another = random.nextInt(size);
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), another, size, proof, root))
                .isEqualTo(another == index);
    }

    @Property
    void everyGrowthIsProvedAndNoBrokenProofProvesIt(
            @ForAll @IntRange(min = 1, max = MOST) int newSize,
            @ForAll @IntRange(max = MOST) int any,
            @ForAll Break breakage,
            @ForAll Random random) {
        int oldSize = any % (newSize + 1);
        Hash oldRoot = NAIVE.root(oldSize);
        Hash newRoot = NAIVE.root(newSize);
        List<Hash> proof = new Tree(NAIVE, newSize).consistency(oldSize);

        assertThat(Proofs.verifyConsistency(oldSize, newSize, oldRoot, newRoot, proof))
                .isTrue();
        assertThat(Proofs.verifyConsistency(oldSize, newSize, oldRoot, newRoot, broken(proof, breakage, random)))
                .isFalse();
        assertThat(Proofs.verifyConsistency(oldSize, newSize, flipped(oldRoot, random), newRoot, proof))
                .isFalse();
        if (oldSize > 0) {
            assertThat(Proofs.verifyConsistency(oldSize, newSize, oldRoot, flipped(newRoot, random), proof))
                    .isFalse();
        }
        int another = random.nextInt(newSize + 1);
        assertThat(Proofs.verifyConsistency(another, newSize, oldRoot, newRoot, proof))
                .isEqualTo(another == oldSize);
    }

    /** The proof, broken; an empty one can only have a hash added, and one hash cannot be swapped. */
    private static List<Hash> broken(List<Hash> proof, Break breakage, Random random) {
        List<Hash> broken = new ArrayList<>(proof);
        int at = proof.isEmpty() ? 0 : random.nextInt(proof.size());
        Break done = proof.isEmpty() || breakage == Break.SWAP && proof.size() == 1 ? Break.ADD_ANOTHER : breakage;
        switch (done) {
            case CHANGE_A_BIT -> broken.set(at, flipped(broken.get(at), random));
            case LEAVE_OUT -> broken.remove(at);
            case REPEAT -> broken.add(at, broken.get(at));
            case ADD_ANOTHER -> broken.add(random.nextInt(proof.size() + 1), flipped(MerkleHashing.EMPTY, random));
            case SWAP -> Collections.swap(broken, at, (at + 1 + random.nextInt(proof.size() - 1)) % proof.size());
        }
        return broken;
    }

    private static Hash flipped(Hash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return new Hash(bytes);
    }
}
