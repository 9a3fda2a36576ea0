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
        Set<Coded> adds = codes(after);
        adds.removeAll(codes(before));
        Set<Coded> removes = codes(before);
        removes.removeAll(codes(after));
        if (adds.isEmpty() && removes.isEmpty() && after.urgency().equals(before.urgency())) {
            return Optional.empty();
        }
        return Optional.of(
                new Change(answer, told(adds), told(removes), after.urgency().orElse(null)));
    }

    private static Set<Coded> codes(Verdict verdict) {
        Set<Coded> codes = new LinkedHashSet<>(verdict.pathways().keySet());
        codes.addAll(verdict.actions().keySet());
        // A block on enforcement has the code of the pathway, and would read as its opposite.
        verdict.blocks().keySet().stream()
                .filter(block -> block != Block.ENFORCEMENT)
                .forEach(codes::add);
        return codes;
    }

    private static List<String> told(Set<Coded> codes) {
        return codes.stream().map(Coded::code).toList();
    }
}
