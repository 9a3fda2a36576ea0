package org.waymark.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.assessment.Coded;
import org.waymark.screening.outcome.Question.Change;
import org.waymark.screening.pathway.Block;

/** Says what is different between two verdicts, as far as a question tells it. */
final class Changes {

    private Changes() {}

    /** What the second verdict would change of the first; nothing where pathways, urgency, actions and blocks stay. */
    static Optional<Change> between(Verdict before, Verdict after, String answer) {
        Set<Coded> was = given(before);
        Set<Coded> would = given(after);
        Set<Block> blocked = before.blocks().keySet();
        Set<Block> wouldBlock = after.blocks().keySet();
        if (was.equals(would) && blocked.equals(wouldBlock) && after.urgency().equals(before.urgency())) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                answer,
                less(would, was),
                less(was, would),
                less(wouldBlock, blocked),
                less(blocked, wouldBlock),
                after.urgency().orElse(null)));
    }

    private static Set<Coded> given(Verdict verdict) {
        Set<Coded> codes = new LinkedHashSet<>(verdict.pathways().keySet());
        codes.addAll(verdict.actions().keySet());
        return codes;
    }

    private static List<String> less(Set<? extends Coded> codes, Set<? extends Coded> others) {
        return codes.stream()
                .filter(code -> !others.contains(code))
                .map(Coded::code)
                .toList();
    }
}
