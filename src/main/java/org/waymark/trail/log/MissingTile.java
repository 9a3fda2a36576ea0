package org.waymark.trail.log;

import java.io.Serial;

/** A tile that a tree of this size must have is not there, or holds too few hashes. */
public final class MissingTile extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingTile(TilePlace place, int width, int found) {
        super("the tile " + place.level() + "/" + place.index() + " holds " + found + " hashes, the tree has " + width
                + " there");
    }
}
