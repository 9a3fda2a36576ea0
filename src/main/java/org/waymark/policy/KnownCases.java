package org.waymark.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.waymark.policy.Impact.Downgrade;
import org.waymark.policy.PolicyEvent.Accepted;

/**
 * Leaves out of what happened to a version the cases that somebody may not know of. The log keeps marks in the place of
 * references, so only those of the analysis tell which mark is whose; a case that was erased since is left out too.
 */
final class KnownCases {

    private final Impact impact;
    private final UnaryOperator<String> mark;
    private final Predicate<String> known;
    private final Map<String, Set<String>> marks = new HashMap<>();

    private KnownCases(Impact impact, UnaryOperator<String> mark, Predicate<String> known) {
        this.impact = impact;
        this.mark = mark;
        this.known = known;
    }

    /**
     * @param mark what stands in the log for a reference
     * @param known whether they may know of a case, by its reference
     */
    static KnownCases of(Impact impact, UnaryOperator<String> mark, Predicate<String> known) {
        return new KnownCases(impact, mark, known);
    }

    List<Logged> in(List<Logged> events) {
        return events.stream().map(this::narrowed).flatMap(Optional::stream).toList();
    }

    private Optional<Logged> narrowed(Logged logged) {
        if (!(logged.event() instanceof Accepted accepted)) {
            return Optional.of(logged);
        }
        Set<String> theirs = marks.computeIfAbsent(accepted.analysis(), this::marksOf);
        List<String> cases = accepted.cases().stream().filter(theirs::contains).toList();
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(new Logged(
                        logged.sequence(),
                        logged.at(),
                        logged.by(),
                        new Accepted(accepted.hash(), accepted.analysis(), cases, accepted.reason())));
    }

    private Set<String> marksOf(String analysis) {
        return impact.finding(analysis).stream()
                .flatMap(found -> found.downgraded().stream())
                .map(Downgrade::reference)
                .filter(known)
                .map(mark)
                .collect(Collectors.toSet());
    }
}
