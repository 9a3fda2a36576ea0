package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.List;

/** The tiles that appending leaves makes or widens: the same leaves give the same tiles, however often it is done. */
public final class TileGrowth {

    private final Tiles tiles;
    private final long size;
    private final List<Tile> changed = new ArrayList<>();

    private TileGrowth(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /**
     * The tiles to write, each whole, the lowest level first.
     *
     * @param tiles the tiles of the tree before; of each level only the last, unfilled one is read
     * @param size how many leaves the tree had
     * @param leaves the hashes of the leaves that come after
     * @throws MissingTile if a tile of the tree before is not there
     */
    public static List<Tile> grow(Tiles tiles, long size, List<Hash> leaves) {
        TileGrowth growth = new TileGrowth(tiles, size);
        List<Hash> added = leaves;
        for (int level = 0; !added.isEmpty(); level++) {
            added = growth.level(level, added);
        }
        return List.copyOf(growth.changed);
    }

    /** Fills up the tiles of a level. Answers with the roots of those that are now full. */
    private List<Hash> level(int level, List<Hash> added) {
        long first = size >> (level * TilePlace.HEIGHT);
        List<Hash> row = new ArrayList<>(before(level, first));
        row.addAll(added);
        List<Hash> roots = new ArrayList<>();
        for (int from = 0; from < row.size(); from += TilePlace.WIDTH) {
            TilePlace place = new TilePlace(level, (first + from) / TilePlace.WIDTH);
            Tile tile = new Tile(place, row.subList(from, Math.min(row.size(), from + TilePlace.WIDTH)));
            changed.add(tile);
            if (tile.full()) {
                roots.add(tile.root());
            }
        }
        return roots;
    }

    private List<Hash> before(int level, long first) {
        int width = (int) (first % TilePlace.WIDTH);
        TilePlace place = new TilePlace(level, first / TilePlace.WIDTH);
        return width == 0 ? List.of() : TiledHashes.read(tiles, place, width).hashes();
    }
}
