package org.waymark.screening.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.screening.pathway.Pathway;

/**
 * What a recommendation rests on: for each pathway the facts without which it would not be there. A fact is here all
 * that was said about one factor, at this contact and at earlier ones; it is taken away as if nobody had ever said
 * anything about it.
 *
 * @param mostFactors the largest number of facts that were taken away together
 * @param pathways one for each pathway of the outcome, in its order
 * @param facts every fact that stands in one of their sets, in the order of the catalogue
 */
public record Explanation(int mostFactors, List<PathwayExplanation> pathways, List<Answered> facts) {

    /**
     * One fact of those sets, by the answer that counts, so that nobody reads a no or an unknown as a yes.
     *
     * @param answer absent where something was said about it and no answer counts any more
     */
    public record Answered(
            String factor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Answer answer) {}

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
        facts = List.copyOf(facts);
    }
}
