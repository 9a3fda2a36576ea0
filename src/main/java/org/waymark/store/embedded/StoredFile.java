package org.waymark.store.embedded;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Opens the file that everything embedded is kept in. */
public final class StoredFile {

    /** The form of what is in the file; another number for another {@link StoredType}. */
    private static final int FORM = 1;

    /** Bytes of a page: each record rewrites one page of every index, so small ones make a small file. */
    private static final int PAGE = 4 * 1024;

    /** MiB of pages held in memory. */
    private static final int CACHE = 64;

    private StoredFile() {}

    /**
     * Opens it, and makes it where it is not there.
     *
     * @param name of the file, as H2 takes it: a path, or a scheme and a path
     * @throws MVStoreException if it cannot be opened
     * @throws OtherForm if it was written in another form
     */
    public static MVStore open(String name) {
        MVStore store = new MVStore.Builder()
                .fileName(name)
                // Only the group commit commits; a full buffer would do so in the middle of a command.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE)
                .cacheSize(CACHE)
                .open();
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORM);
        } else if (store.getStoreVersion() != FORM) {
            int found = store.getStoreVersion();
            store.closeImmediately();
            throw new OtherForm(found);
        }
        return store;
    }

    /** The file was written by a version of Waymark that keeps documents in another form. */
    public static final class OtherForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private OtherForm(int found) {
            super("it is of form " + found + ", and this version of Waymark reads form " + FORM);
        }
    }
}
