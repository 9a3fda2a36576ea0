package org.waymark.cli;

import java.util.ArrayList;
import java.util.List;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.Answered;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;

/** Says in words what a pathway rests on. */
final class Grounds {

    /** How a sum of facts is named that is small enough to be looked at. */
    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five");

    /**
     * One thing that would be otherwise.
     *
     * @param heading what would be otherwise
     * @param without the sets of facts without which it would be, in words; empty where the heading says it all
     */
    record Ground(String heading, List<String> without) {}

    private final Catalogue catalogue;
    private final Explanation explanation;

    Grounds(Catalogue catalogue, Explanation explanation) {
        this.catalogue = catalogue;
        this.explanation = explanation;
    }

    /**
     * @param name how a report names the pathway
     * @param levelled whether it has a level
     */
    List<Ground> of(PathwayExplanation explained, String name, boolean levelled) {
        List<Ground> grounds = new ArrayList<>();
        if (explained.standsOnMore()) {
            String most = NUMBERS.get(explanation.mostFactors());
            grounds.add(new Ground(name + " would still be there without any " + most + " of the facts", List.of()));
        } else if (!explained.withoutAny().isEmpty()) {
            grounds.add(new Ground(name + " would not be there", words(explained.withoutAny())));
        }
        if (!explained.slowerWithout().isEmpty()) {
            String slower = levelled ? " would be slower or at a lower level" : " would be slower";
            grounds.add(new Ground(name + slower, words(explained.slowerWithout())));
        }
        if (!explained.complete()) {
            grounds.add(new Ground(name + ": there may be more; not every set of facts was looked at", List.of()));
        }
        return grounds;
    }

    private List<String> words(List<List<String>> sets) {
        return sets.stream().map(this::set).toList();
    }

    private String set(List<String> set) {
        List<String> labels = set.stream().map(this::fact).toList();
        int last = labels.size() - 1;
        return switch (labels.size()) {
            case 1 -> "without " + labels.get(0);
            case 2 -> "with neither " + labels.get(0) + " nor " + labels.get(1);
            default -> "with none of " + String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
        };
    }

    /** The label of a factor, and what was answered where that was not yes. */
    private String fact(String factor) {
        Answer answer = explanation.facts().stream()
                .filter(fact -> fact.factor().equals(factor))
                .findFirst()
                .map(Answered::answer)
                .orElse(Answer.YES);
        return catalogue.require(factor).label()
                + switch (answer) {
                    case YES -> "";
                    case NO -> " (answered no)";
                    case UNKNOWN -> " (asked, not known)";
                    case YET_TO_CLARIFY -> " (yet to clarify)";
                };
    }
}
