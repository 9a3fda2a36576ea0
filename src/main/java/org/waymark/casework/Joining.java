package org.waymark.casework;

import org.waymark.access.Areas;
import org.waymark.access.Sharing;

/**
 * What may be joined to what is known about a young person in an area.
 *
 * @param area in which they are assessed
 * @param areas those of whoever asks
 */
record Joining(String area, Areas areas, Sharing sharing) {

    /** Everything, for what was joined when it was recorded, and for those who have all areas. */
    static Joining everything() {
        return new Joining("", Areas.ALL, Sharing.EVERYBODY);
    }

    boolean allows(String other) {
        return sharing.mayJoin(areas, area, other);
    }
}
