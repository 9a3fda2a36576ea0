package org.waymark.store.embedded;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file from growing for ever. Every commit appends the pages it changed and leaves their earlier forms
 * behind, some tens of KiB a record, scattered among what is still needed. What is still needed of the emptiest parts
 * is written again, as a part of the next commit, and their room is used anew.
 */
final class FileGrowth {

    /** Bytes that are written between two looks, and rewritten at one at most. */
    private static final int STEP = 8 * 1024 * 1024;

    /** Per cent of the file that must be needed; below it, room is made. */
    private static final int NEEDED = 50;

    private final MVStore store;
    private final int step;

    /** Bytes of changed pages in memory, which is about what each commit writes of them. */
    private long written;

    FileGrowth(MVStore store) {
        this(store, STEP);
    }

    FileGrowth(MVStore store, int step) {
        this.store = store;
        this.step = step;
    }

    /** Makes room where much was written since the last time; to be called before a commit, with no command running. */
    void check() {
        written += store.getUnsavedMemory();
        if (written >= step) {
            written = 0;
            store.compact(NEEDED, step);
        }
    }
}
