package org.waymark.trail.log;

/** Where the hashes of a tree come from. */
@FunctionalInterface
public interface Hashes {

    /**
     * The root of a complete subtree. Only subtrees that lie within the size of the tree are asked for.
     *
     * @throws MissingTile if it cannot be had, though the tree should have it
     */
    Hash of(Subtree subtree);
}
