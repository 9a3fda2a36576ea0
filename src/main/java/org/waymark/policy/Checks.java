package org.waymark.policy;

import org.waymark.ruleset.RuleFiles;

/** The check that a version must pass before it may be approved: the same as {@code rules check}. */
@FunctionalInterface
public interface Checks {

    /** What is wrong with a version, one fault a line; empty where nothing is. */
    java.util.List<String> faults(RuleFiles files);
}
