package org.waymark.trail.log;

import java.util.List;

/**
 * Up to 256 neighbouring hashes of a tree: C2SP tlog-tiles.
 *
 * @param place where it stands
 * @param hashes its hashes, from the left
 */
public record Tile(TilePlace place, List<Hash> hashes) {

    public Tile {
        if (hashes.isEmpty() || hashes.size() > TilePlace.WIDTH) {
            throw new IllegalArgumentException(
                    "a tile has from 1 to " + TilePlace.WIDTH + " hashes, not " + hashes.size());
        }
        hashes = List.copyOf(hashes);
    }

    /** Whether it will never change. */
    public boolean full() {
        return hashes.size() == TilePlace.WIDTH;
    }

    /**
     * The root of a complete subtree that this tile holds.
     *
     * @throws MissingTile if the subtree reaches past the hashes that are here
     */
    public Hash root(Subtree subtree) {
        if (!TilePlace.holding(subtree).equals(place)) {
            throw new IllegalArgumentException("the tile at " + place + " does not hold " + subtree);
        }
        int height = subtree.level() % TilePlace.HEIGHT;
        int first = (int) ((subtree.index() << height) % TilePlace.WIDTH);
        int end = first + (1 << height);
        if (end > hashes.size()) {
            throw new MissingTile(place, end, hashes.size());
        }
        return root(first, end);
    }

    /**
     * The root of all its hashes: one hash of the level above.
     *
     * @throws MissingTile if it is not full, and so has no hash above it yet
     */
    Hash root() {
        if (!full()) {
            throw new MissingTile(place, TilePlace.WIDTH, hashes.size());
        }
        return root(0, TilePlace.WIDTH);
    }

    private Hash root(int first, int end) {
        if (end - first == 1) {
            return hashes.get(first);
        }
        int middle = (first + end) / 2;
        return MerkleHashing.node(root(first, middle), root(middle, end));
    }
}
