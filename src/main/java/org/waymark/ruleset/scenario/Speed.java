package org.waymark.ruleset.scenario;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/**
 * At what level and how soon something is expected.
 *
 * @param level absent where any will do
 * @param urgency absent where any will do
 * @param atLeast whether higher or sooner will do as well
 */
public record Speed(@Nullable String level, @Nullable Urgency urgency, boolean atLeast) {

    /** At any level, however soon. */
    static final Speed ANY = new Speed(null, null, true);

    /** Whether what came out at this level and so soon is what is expected. */
    boolean holds(Manifest manifest, @Nullable String foundLevel, @Nullable Urgency foundUrgency) {
        return isRightLevel(manifest, foundLevel) && isRightUrgency(foundUrgency);
    }

    private boolean isRightLevel(Manifest manifest, @Nullable String found) {
        if (level == null) {
            return true;
        }
        return found != null && (atLeast ? manifest.rank(found) >= manifest.rank(level) : found.equals(level));
    }

    private boolean isRightUrgency(@Nullable Urgency found) {
        if (urgency == null) {
            return true;
        }
        return found != null && (atLeast ? found.isAtLeast(urgency) : found == urgency);
    }

    /** As a scenario writes it; empty for any. */
    String written() {
        if (level == null && urgency == null) {
            return "";
        }
        return Stream.of(atLeast ? "at least" : "", level == null ? "" : level, urgency == null ? "" : urgency.code())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
