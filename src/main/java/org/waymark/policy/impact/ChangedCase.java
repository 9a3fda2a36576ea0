package org.waymark.policy.impact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Urgency;

/**
 * A case that would not come out as it did.
 *
 * @param reference as {@link ImpactCase} has it
 * @param assessedOn the day in London
 * @param latest whether it is the young person's latest contact, and so may still be open
 * @param before what the rules in force give, in words
 * @param after what the candidate would give, in words
 * @param urgencyAfter how urgent the whole would be, null where nothing would be to do
 * @param rules the lines that made the difference
 * @param lost services, actions and blocks that it would have no more
 * @param gained those that it would have newly
 */
public record ChangedCase(
        String reference,
        LocalDate assessedOn,
        boolean latest,
        Direction direction,
        String before,
        String after,
        @Nullable Urgency urgencyAfter,
        List<RuleChange> rules,
        List<String> lost,
        List<String> gained) {

    public ChangedCase {
        rules = List.copyOf(rules);
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    /** The same case, with a later contact in its place. */
    ChangedCase notLatest() {
        return new ChangedCase(
                reference, assessedOn, false, direction, before, after, urgencyAfter, rules, lost, gained);
    }
}
