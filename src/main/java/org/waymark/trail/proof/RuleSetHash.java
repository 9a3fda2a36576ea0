package org.waymark.trail.proof;

import java.util.SortedMap;

/** What a rule set of these files is called: {@code sha256:} and 64 hexadecimal digits. */
@FunctionalInterface
public interface RuleSetHash {

    /** @param files their bytes by name */
    String of(SortedMap<String, byte[]> files);
}
