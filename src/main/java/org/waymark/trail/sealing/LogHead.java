package org.waymark.trail.sealing;

import java.util.Map;
import java.util.TreeMap;
import org.waymark.trail.log.CompactTree;

/**
 * How far the log has come.
 *
 * @param batch the number of the last batch, 0 for none
 * @param positions the number of the next entry of each lane that has given one
 */
record LogHead(long batch, CompactTree tree, Map<String, Long> positions) {

    static final LogHead EMPTY = new LogHead(0, CompactTree.EMPTY, Map.of());

    LogHead {
        positions = Map.copyOf(new TreeMap<>(positions));
    }
}
