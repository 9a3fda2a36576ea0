package org.waymark.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Coded;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * A question, with what orders it among others.
 *
 * @param proposal whether it asks what somebody proposes to do, rather than what is happening to the child
 * @param unsettled whether it was asked before, and is not settled
 */
record RankedQuestion(Question question, boolean proposal, boolean unsettled, Verdict now) {

    private static final Set<String> PATHWAYS =
            Stream.of(Pathway.values()).map(Coded::code).collect(Collectors.toSet());

    /**
     * By how much an answer would change, and how urgent that would be. What was asked and is not settled goes before
     * what nobody has asked; what somebody proposes to do comes last, whatever it would change.
     */
    static Comparator<RankedQuestion> mostFirst() {
        return Comparator.comparing(RankedQuestion::proposal)
                .thenComparing(RankedQuestion::urgencyGained, Comparator.reverseOrder())
                .thenComparing(RankedQuestion::unsettled, Comparator.reverseOrder())
                .thenComparing(ranked -> ranked.pathwaysChanged(), Comparator.reverseOrder())
                .thenComparing(ranked -> ranked.codes().size(), Comparator.reverseOrder());
    }

    /** By how many steps the most urgent of its answers is more urgent than what stands now. */
    private int urgencyGained() {
        int before = now.urgency().map(Enum::ordinal).orElse(Urgency.values().length);
        return question.changes().stream()
                .mapToInt(change -> before - ordinal(change, before))
                .max()
                .orElse(0);
    }

    private static int ordinal(Change change, int otherwise) {
        Urgency urgency = change.urgency();
        return urgency == null ? otherwise : urgency.ordinal();
    }

    private long pathwaysChanged() {
        return question.changes().stream()
                .flatMap(change -> Stream.concat(change.adds().stream(), change.removes().stream()))
                .filter(PATHWAYS::contains)
                .count();
    }

    private List<String> codes() {
        return question.changes().stream()
                .flatMap(change -> Stream.of(change.adds(), change.removes(), change.blocks(), change.unblocks()))
                .flatMap(List::stream)
                .toList();
    }
}
