package org.waymark.screening.rule;

/** The order in which rules are asked: a later stage may read what an earlier one recommended. */
public enum Stage {
    STATUTORY,
    EARLY_HELP,
    ENFORCEMENT,
    HOLDS
}
