package org.waymark.trail.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A tree of 70,000 leaves in tiles: the example of C2SP tlog-tiles, and the smallest round one with three levels. */
class TilesTest {

    private static final int SIZE = 70_000;
    private static final int LEVELS = 3;
    private static final List<Hash> LEAVES = NaiveTree.leaves(SIZE);
    private static final NaiveTree NAIVE = new NaiveTree(LEAVES);
    private static final Store FULL = grown(SIZE);

    /** Tiles in memory, and how often each was read. */
    private static final class Store implements Tiles {

        private final Map<TilePlace, List<Hash>> tiles = new HashMap<>();
        private final Map<TilePlace, Integer> reads = new HashMap<>();

        @Override
        public List<Hash> read(TilePlace place, int width) {
            reads.merge(place, 1, Integer::sum);
            return tiles.getOrDefault(place, List.of());
        }

        void grow(long size, List<Hash> leaves) {
            TileGrowth.grow(this, size, leaves).forEach(tile -> tiles.put(tile.place(), tile.hashes()));
        }
    }

    private static Store grown(int size) {
        Store store = new Store();
        store.grow(0, LEAVES.subList(0, size));
        return store;
    }

    @Test
    void theTreeOfTheSpecificationHasItsTiles() {
        assertThat(FULL.tiles).hasSize(274 + 2 + 1);
        assertThat(FULL.tiles.get(new TilePlace(0, 272))).hasSize(256);
        assertThat(FULL.tiles.get(new TilePlace(0, 273))).hasSize(112);
        assertThat(FULL.tiles.get(new TilePlace(1, 0))).hasSize(256);
        assertThat(FULL.tiles.get(new TilePlace(1, 1))).hasSize(17);
        assertThat(FULL.tiles.get(new TilePlace(2, 0))).hasSize(1);
        assertThat(FULL.tiles)
                .allSatisfy((place, hashes) -> assertThat(place.width(SIZE)).isEqualTo(hashes.size()));
        assertThat(new TilePlace(3, 0).width(SIZE)).isZero();
    }

    @Test
    void aFullTileIsOneHashOfTheLevelAbove() {
        assertThat(FULL.tiles.get(new TilePlace(1, 0)).get(7)).isEqualTo(NAIVE.mth(7 * 256, 8 * 256));
        assertThat(FULL.tiles.get(new TilePlace(2, 0)).get(0)).isEqualTo(NAIVE.mth(0, 65_536));
        assertThat(grown(256).tiles).containsOnlyKeys(new TilePlace(0, 0), new TilePlace(1, 0));
    }

    @Test
    void thePathIsThatOfTheSpecification() {
        assertThat(new TilePlace(0, 1_234_067).path(Long.MAX_VALUE)).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TilePlace(0, 273).path(SIZE)).isEqualTo("tile/0/273.p/112");
        assertThat(new TilePlace(1, 0).path(SIZE)).isEqualTo("tile/1/000");
    }

    @Property(tries = 200)
    void growingInStepsGivesTheSameTiles(
            @ForAll @IntRange(max = 3000) int first, @ForAll @IntRange(max = 700) int then) {
        Store store = grown(first);
        store.grow(first, LEAVES.subList(first, first + then));

        assertThat(store.tiles).isEqualTo(grown(first + then).tiles);
        assertThat(TileGrowth.grow(store, first, LEAVES.subList(first, first + then)))
                .extracting(Tile::place)
                .isEqualTo(TilePlace.changed(first, first + then));
    }

    /** The tiles may have grown past the size that is asked about: at the size 70,000 they serve every smaller tree. */
    @Property
    void proofsFromTilesHoldAndReadNoMoreThanTwoTilesALevelOnceEach(
            @ForAll @IntRange(min = 1, max = SIZE) int size, @ForAll Random random) {
        int index = random.nextInt(size);
        int oldSize = random.nextInt(size + 1);
        FULL.reads.clear();
        List<Hash> inclusion = new Tree(new TiledHashes(FULL, size), size).inclusion(index);
        assertFewReads();
        FULL.reads.clear();
        List<Hash> consistency = new Tree(new TiledHashes(FULL, size), size).consistency(oldSize);
        assertFewReads();

        Hash root = NAIVE.root(size);
        assertThat(Proofs.verifyInclusion(LEAVES.get(index), index, size, inclusion, root))
                .isTrue();
        assertThat(Proofs.verifyConsistency(oldSize, size, NAIVE.root(oldSize), root, consistency))
                .isTrue();
        assertThat(new Tree(new TiledHashes(FULL, size), size).root()).isEqualTo(root);
    }

    private static void assertFewReads() {
        assertThat(FULL.reads.values()).allMatch(times -> times == 1);
        assertThat(FULL.reads).hasSizeLessThanOrEqualTo(2 * LEVELS);
    }

    @Test
    void aTileThatIsMissingOrTooNarrowIsSaid() {
        Store store = grown(1000);
        store.tiles.put(new TilePlace(0, 1), LEAVES.subList(256, 300));
        Tree tree = new Tree(new TiledHashes(store, 1000), 1000);

        assertThatThrownBy(() -> tree.inclusion(400))
                .isInstanceOf(MissingTile.class)
                .hasMessage("the tile 0/1 holds 44 hashes, the tree has 256 there");
        assertThatThrownBy(() -> TileGrowth.grow((place, width) -> List.of(), 1000, LEAVES.subList(0, 1)))
                .isInstanceOf(MissingTile.class)
                .hasMessage("the tile 0/3 holds 0 hashes, the tree has 232 there");
    }
}
