package org.waymark.ruleset;

import java.util.Optional;

/** Wherever the files of every version of the rules that ever decided are kept. */
@FunctionalInterface
public interface RuleSetVersions {

    /**
     * The files of a version; nothing where none of this hash is kept.
     *
     * @param hash {@code sha256:} and the hash of the files, as decisions record it
     * @throws IllegalStateException where they are not what they were when they were kept
     */
    Optional<RuleFiles> files(String hash);
}
