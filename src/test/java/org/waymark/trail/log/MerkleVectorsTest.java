package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The eight leaves of the reference implementation of Certificate Transparency, with their roots and proofs as in
 * proof/verify_test.go and testonly/constants.go of github.com/transparency-dev/merkle.
 */
class MerkleVectorsTest {

    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> MerkleHashing.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    private static final List<Hash> ROOTS = hashes(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void theRootAtEverySize(int size) {
        CompactTree compact = CompactTree.EMPTY.append(LEAVES.subList(0, size));

        assertThat(compact.root()).isEqualTo(ROOTS.get(size));
        assertThat(tree(size).root()).isEqualTo(ROOTS.get(size));
    }

    /** The indexes are one less than in the source, which counts from 1. */
    static Stream<Arguments> inclusions() {
        return Stream.of(
                Arguments.of(0, 1, hashes()),
                Arguments.of(
                        0,
                        8,
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                Arguments.of(
                        5,
                        8,
                        hashes(
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                Arguments.of(2, 3, hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")),
                Arguments.of(
                        1,
                        5,
                        hashes(
                                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")));
    }

    @ParameterizedTest
    @MethodSource("inclusions")
    void knownInclusionProofs(int index, int size, List<Hash> proof) {
        assertThat(tree(size).inclusion(index)).isEqualTo(proof);
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), index, size, proof, ROOTS.get(size)))
                .isTrue();
    }

    static Stream<Arguments> consistencies() {
        return Stream.of(
                Arguments.of(1, 1, hashes()),
                Arguments.of(
                        1,
                        8,
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                Arguments.of(
                        6,
                        8,
                        hashes(
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                Arguments.of(
                        2,
                        5,
                        hashes(
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
                Arguments.of(
                        6,
                        7,
                        hashes(
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")));
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void knownConsistencyProofs(int oldSize, int newSize, List<Hash> proof) {
        assertThat(tree(newSize).consistency(oldSize)).isEqualTo(proof);
        assertThat(Proofs.verifyConsistency(oldSize, newSize, ROOTS.get(oldSize), ROOTS.get(newSize), proof))
                .isTrue();
    }

    @Test
    void sizesAndIndexesThatNoTreeHasProveNothing() {
        Hash one = ROOTS.get(1);
        Hash two = ROOTS.get(2);

        assertThat(Proofs.verifyInclusion(one, 0, 0, List.of(), MerkleHashing.EMPTY))
                .isFalse();
        assertThat(Proofs.verifyInclusion(one, -1, 1, List.of(), one)).isFalse();
        assertThat(Proofs.verifyInclusion(one, 1, 1, List.of(), one)).isFalse();
        assertThat(Proofs.verifyConsistency(2, 1, two, one, List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(-1, 1, two, one, List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(1, 1, two, one, List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(1, 1, one, one, List.of(one))).isFalse();
    }

    @Test
    void theEmptyTreeIsTheBeginningOfEveryTreeWithoutProof() {
        Hash two = ROOTS.get(2);

        assertThat(Proofs.verifyConsistency(0, 2, MerkleHashing.EMPTY, two, List.of()))
                .isTrue();
        assertThat(Proofs.verifyConsistency(0, 0, MerkleHashing.EMPTY, MerkleHashing.EMPTY, List.of()))
                .isTrue();
        assertThat(Proofs.verifyConsistency(0, 2, MerkleHashing.EMPTY, two, List.of(two)))
                .isFalse();
        assertThat(Proofs.verifyConsistency(0, 2, two, two, List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(0, 0, two, two, List.of())).isFalse();
    }

    /** The hashes come out right, so that only the length of the proof gives it away. */
    @Test
    void aNodePassedOffAsALeafIsNotProved() {
        Hash firstFour = ROOTS.get(4);
        Hash lastFour = new NaiveTree(LEAVES).mth(4, 8);

        assertThat(Proofs.verifyInclusion(firstFour, 0, 8, List.of(lastFour), ROOTS.get(8)))
                .isFalse();
    }

    @Test
    void aProofIsNotLongerThanTheSizeAllows() {
        List<Hash> last = tree(8).inclusion(7);

        assertThat(Proofs.verifyInclusion(LEAVES.get(7), 7, 8, last, ROOTS.get(8)))
                .isTrue();
        assertThat(Proofs.verifyInclusion(LEAVES.get(7), 0, 1, last, ROOTS.get(8)))
                .isFalse();
    }

    @Test
    void theRootOfASmallerTreeIsNotThatOfALarger() {
        List<Hash> proof = tree(8).consistency(1);

        assertThat(Proofs.verifyConsistency(1, 8, ROOTS.get(1), ROOTS.get(8), proof))
                .isTrue();
        assertThat(Proofs.verifyConsistency(1, 16, ROOTS.get(1), ROOTS.get(8), proof))
                .isFalse();
    }

    private static Tree tree(int size) {
        return new Tree(new NaiveTree(LEAVES), size);
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(Hash::fromHex).toList();
    }
}
