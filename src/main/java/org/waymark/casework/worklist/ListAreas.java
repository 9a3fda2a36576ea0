package org.waymark.casework.worklist;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;

/** Of which areas somebody is shown lists. */
final class ListAreas {

    private ListAreas() {}

    /** @param wanted null for all of the caller's */
    static Set<String> of(Caller caller, @Nullable String wanted, ListStore store) {
        Set<String> areas = new TreeSet<>(
                caller.areas().all() ? store.areas() : caller.areas().named());
        if (wanted != null) {
            areas.retainAll(Set.of(wanted));
        }
        return areas;
    }
}
