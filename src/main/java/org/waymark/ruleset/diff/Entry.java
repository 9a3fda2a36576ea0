package org.waymark.ruleset.diff;

import java.util.List;

/**
 * A thing that was added, removed or changed.
 *
 * @param id by which the rule set names it
 * @param title what it is about, in words; as it is now, or as it was where it is gone
 * @param readBy for factors and groups, the lines of rules, of either rule set, that read it
 * @param details what is other; for what was added or removed, what it is
 */
public record Entry(
        Subject subject, String id, ChangeKind kind, String title, List<String> readBy, List<Detail> details) {

    public Entry {
        readBy = List.copyOf(readBy);
        details = List.copyOf(details);
    }

    /** Whether anything in it goes to the side on which less is done for somebody. */
    boolean lowers() {
        return details.stream().map(Detail::direction).anyMatch(side -> side != null && side.isLowering());
    }
}
