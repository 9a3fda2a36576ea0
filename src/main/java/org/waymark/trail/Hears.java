package org.waymark.trail;

/**
 * Is told at once of what this process records, to be quick about it. What another process records it never hears of, nor
 * what was recorded just before a crash: whoever must know of everything follows the log.
 */
@FunctionalInterface
public interface Hears {

    /** Told by the thread that recorded it, which waits: neither slow nor with an exception of its own. */
    void recorded(Entry entry);
}
