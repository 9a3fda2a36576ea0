package org.waymark.casework.worklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.trail.Entry;

/** Knows what the entries about a young person say to the lists. */
public interface Folds {

    /** The decision that an entry makes, or that somebody did something with; nothing where it is none, or erased. */
    Optional<String> decisionOf(Entry entry);

    /**
     * What is to be listed of these decisions, and of the young person; what is erased is gone.
     *
     * @param entries all that is recorded about one young person, oldest first
     * @param decisions those of their decisions that are wanted, as far as they are recorded
     */
    Fold of(List<Entry> entries, Set<String> decisions);
}
