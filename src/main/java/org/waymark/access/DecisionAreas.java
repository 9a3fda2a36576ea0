package org.waymark.access;

import java.util.Optional;

/** Says which area a decision is of. */
@FunctionalInterface
public interface DecisionAreas {

    /** The area that the decision with this id recorded; nothing where there is none, or its content is erased. */
    Optional<String> areaOf(String decisionId);
}
