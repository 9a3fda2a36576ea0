package org.waymark.trail.proof;

import java.util.Optional;
import java.util.SortedMap;

/** Where the files of rule sets are kept. */
@FunctionalInterface
public interface RuleSetSource {

    /** The files of the rule set of that hash, their bytes by name; nothing where it is not kept. */
    Optional<SortedMap<String, byte[]>> files(String hash);
}
