package org.waymark.trail.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tile stands: C2SP tlog-tiles. A tile is up to 256 neighbouring hashes of one level of tiles; the hashes of
 * level 0 are the leaves, each of a higher level is the root of a full tile below it.
 *
 * @param level the level of tiles, 0 for the leaves
 * @param index how many tiles of its level stand left of it
 */
public record TilePlace(int level, long index) {

    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    private static final int GROUP = 1000;
    private static final int MOST_LEVELS = 8;

    public TilePlace {
        if (level < 0 || level >= MOST_LEVELS || index < 0) {
            throw new IllegalArgumentException("no tree has a tile " + index + " at level " + level);
        }
    }

    /** The tile from whose hashes alone the root of this subtree follows. */
    public static TilePlace holding(Subtree subtree) {
        int above = subtree.level() % HEIGHT;
        return new TilePlace(subtree.level() / HEIGHT, subtree.index() >> (HEIGHT - above));
    }

    /** The tiles that are new, or wider, in a tree that grew from one size to another: the lowest level first. */
    public static List<TilePlace> changed(long oldSize, long newSize) {
        List<TilePlace> places = new ArrayList<>();
        for (int level = 0; level < MOST_LEVELS && hashes(level, newSize) > 0; level++) {
            long end = hashes(level, newSize);
            for (long hash = hashes(level, oldSize); hash < end; hash = (hash / WIDTH + 1) * WIDTH) {
                places.add(new TilePlace(level, hash / WIDTH));
            }
        }
        return List.copyOf(places);
    }

    /** How many hashes this tile has in a tree of this size, from 0 to 256. */
    public int width(long size) {
        long right = hashes(level, size) - index * WIDTH;
        return (int) Math.max(0, Math.min(WIDTH, right));
    }

    /** The path of this tile in a tree of this size, as C2SP tlog-tiles serves it: {@code tile/0/x001/234.p/5}. */
    public String path(long size) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        int width = width(size);
        return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
    }

    private static long hashes(int level, long size) {
        return size >> (level * HEIGHT);
    }
}
