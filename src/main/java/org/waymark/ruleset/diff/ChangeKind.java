package org.waymark.ruleset.diff;

import org.waymark.assessment.Coded;

/** What became of a thing that one of two rule sets has. */
public enum ChangeKind implements Coded {
    ADDED,
    REMOVED,
    CHANGED
}
