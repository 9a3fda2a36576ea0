package org.waymark.store;

/** Whether a decision could be recorded now. */
public interface StoreHealth {

    /**
     * Reaches the store and writes to it, at most once every few seconds; between that, and while another caller is
     * looking, it tells what was found last. Never throws for a store that is not there: that is its answer.
     */
    StoreState check();
}
