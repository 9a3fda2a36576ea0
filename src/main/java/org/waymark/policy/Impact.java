package org.waymark.policy;

import java.util.List;
import java.util.Optional;

/** What impact analyses found, as far as it decides what may be done with a version. */
public interface Impact {

    /**
     * A case that would come out lower.
     *
     * @param reference of the young person and the assessment, as the analysis lists it
     */
    record Downgrade(String reference) {}

    /**
     * What a finished analysis found.
     *
     * @param candidate the version that was tried
     * @param against the version that was in force then
     * @param downgraded every case that would come out lower
     * @param overCeiling in words, each area whose stated ceiling of urgent responses a week it would pass
     */
    record Finding(String candidate, String against, List<Downgrade> downgraded, List<String> overCeiling) {

        public Finding {
            downgraded = List.copyOf(downgraded);
            overCeiling = List.copyOf(overCeiling);
        }
    }

    /** What an analysis found; nothing where there is none of this id, or it is not done. */
    Optional<Finding> finding(String analysis);
}
