package org.waymark.ruleset.diff;

import org.jspecify.annotations.Nullable;
import org.waymark.screening.rule.Manifest;

/** Compares levels, whose names and order are data of each rule set. */
final class Levels {

    private Levels() {}

    /** Above zero where the level went up, below where down; nothing where the two rule sets do not rank alike. */
    static @Nullable Integer rise(Manifest before, Manifest after, String old, String now) {
        return before.levels().equals(after.levels()) ? after.rank(now) - before.rank(old) : null;
    }
}
