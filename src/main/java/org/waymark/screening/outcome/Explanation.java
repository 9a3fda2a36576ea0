package org.waymark.screening.outcome;

import java.util.List;
import org.waymark.screening.pathway.Pathway;

/**
 * What a recommendation rests on: for each pathway the facts without which it would not be there. A fact is here all
 * that was said about one factor, at this contact and at earlier ones; it is taken away as if nobody had ever said
 * anything about it.
 *
 * @param mostFactors the largest number of facts that were taken away together
 * @param pathways one for each pathway of the outcome, in its order
 */
public record Explanation(int mostFactors, List<PathwayExplanation> pathways) {

    /**
     * What one pathway rests on. Every set is one of ids of factors in the order of the catalogue, and a smallest one:
     * with any of its facts put back the pathway is as it was. Smaller sets stand before larger ones.
     *
     * @param withoutAny the sets without which the pathway would not be there; none where it stands whichever facts, up
     *     to so many, are taken away
     * @param slowerWithout the sets without which it would still be there, but slower or at a lower level
     * @param complete whether every set up to that size was looked at; where it is false there may be more sets
     */
    public record PathwayExplanation(
            Pathway pathway, List<List<String>> withoutAny, List<List<String>> slowerWithout, boolean complete) {

        public PathwayExplanation {
            withoutAny = withoutAny.stream().map(List::copyOf).toList();
            slowerWithout = slowerWithout.stream().map(List::copyOf).toList();
        }

        /** Whether no set of facts that was looked at takes the pathway away. */
        public boolean standsOnMore() {
            return complete && withoutAny.isEmpty();
        }
    }

    public Explanation {
        pathways = List.copyOf(pathways);
    }
}
