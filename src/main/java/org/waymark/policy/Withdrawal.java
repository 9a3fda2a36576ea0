package org.waymark.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.policy.Ledger.Activation;
import org.waymark.policy.PolicyRefusal.Why;

/** What of a version is ahead and may be withdrawn. */
final class Withdrawal {

    /** Every node hears of what is logged within five seconds; a node's clock may be a little ahead. */
    private static final Duration TOO_NEAR = Duration.ofSeconds(10);

    private Withdrawal() {}

    /**
     * The areas for which a version is not to come into force.
     *
     * @param asked those that somebody named; all that are ahead where it is empty
     * @throws PolicyRefusal where nothing is ahead for one of them, or its moment is too near
     */
    static SortedSet<String> of(Ledger ledger, Version version, Set<String> asked, Instant now) throws PolicyRefusal {
        List<Activation> ahead = ledger.ahead(version.hash(), now);
        SortedSet<String> possible =
                ahead.stream().flatMap(one -> one.areas().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (possible.isEmpty()) {
            throw new PolicyRefusal(Why.NOT_NOW, nothing(ledger.cameIntoForce(version.hash(), now)));
        }
        SortedSet<String> strange = new TreeSet<>(asked);
        strange.removeAll(possible);
        if (!strange.isEmpty()) {
            throw new PolicyRefusal(
                    Why.INVALID,
                    "nothing is ahead of this version for `" + String.join("`, `", strange) + "`; ahead it is for `"
                            + String.join("`, `", possible) + "`");
        }
        SortedSet<String> withdrawn = asked.isEmpty() ? possible : new TreeSet<>(asked);
        for (Activation one : ahead) {
            boolean touched = one.areas().stream().anyMatch(withdrawn::contains);
            if (touched && one.from().isBefore(now.plus(TOO_NEAR))) {
                throw new PolicyRefusal(
                        Why.NOT_NOW,
                        "the version comes into force at " + one.from() + ", which is too near for every node to hear"
                                + " of a withdrawal; put the version before it in force again");
            }
        }
        return withdrawn;
    }

    private static String nothing(Optional<Instant> inForce) {
        return "nothing is ahead of this version that could be withdrawn"
                + inForce.map(since -> ": it came into force at " + since
                                + "; to take it back put an earlier version in force")
                        .orElse("");
    }
}
