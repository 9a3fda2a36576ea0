package org.waymark.trail;

/** What became of an entry that was to be appended. */
public sealed interface Appended {

    /** It is recorded, on disk. */
    record Recorded(Entry entry) implements Appended {}

    /** That submission is recorded already, maybe about another person; nothing was added. */
    record Already(Entry entry) implements Appended {}

    /** Somebody else took the place; nothing was added. Read the trail again and think again. */
    record Behind() implements Appended {}
}
