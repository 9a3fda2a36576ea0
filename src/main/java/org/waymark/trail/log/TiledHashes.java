package org.waymark.trail.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hashes of a tree from its tiles. A tile is read once and then kept, so one of these is for one proof, or a few; a
 * proof reads at most two tiles a level of tiles. Not for several threads at once.
 */
public final class TiledHashes implements Hashes {

    private final Tiles tiles;
    private final long size;
    private final Map<TilePlace, Tile> read = new HashMap<>();

    /** @param size the number of leaves of the tree whose tiles these are; the tiles may have grown past it */
    public TiledHashes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public Hash of(Subtree subtree) {
        return read.computeIfAbsent(TilePlace.holding(subtree), this::tile).root(subtree);
    }

    private Tile tile(TilePlace place) {
        return read(tiles, place, place.width(size));
    }

    /** @throws MissingTile if there are fewer hashes than asked for */
    static Tile read(Tiles tiles, TilePlace place, int width) {
        List<Hash> hashes = width == 0 ? List.of() : tiles.read(place, width);
        if (width == 0 || hashes.size() < width) {
            throw new MissingTile(place, width, hashes.size());
        }
        return new Tile(place, hashes.subList(0, width));
    }
}
