package org.waymark.casework.worklist;

import java.util.List;
import java.util.Set;

/**
 * What the trail of one young person says to the lists.
 *
 * @param standing lines that are in them
 * @param gone ids of lines that are not, or no longer
 */
public record Fold(List<Listed> standing, Set<String> gone) {

    public Fold {
        standing = List.copyOf(standing);
        gone = Set.copyOf(gone);
    }
}
