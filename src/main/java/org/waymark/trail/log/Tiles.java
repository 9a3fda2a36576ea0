package org.waymark.trail.log;

import java.util.List;

/** Where tiles are kept. */
@FunctionalInterface
public interface Tiles {

    /**
     * The hashes of a tile, from the left. There may be more of them than asked for, where the tree has grown since.
     *
     * @param place where it stands
     * @param width how many hashes are needed, from 1 to 256
     */
    List<Hash> read(TilePlace place, int width);
}
