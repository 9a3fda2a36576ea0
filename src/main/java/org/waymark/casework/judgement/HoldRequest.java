package org.waymark.casework.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;

/**
 * A manager orders that nothing about a young person may be erased, or lifts that order.
 *
 * @param reason why
 */
public record HoldRequest(String reason) {

    /** Reads one; nothing where it has faults, which are then reported. */
    public static @Nullable HoldRequest read(Cursor at) {
        Fields fields = Fields.of(at, List.of("reason"));
        String reason = fields == null ? null : fields.required("reason", Words::filled);
        return reason == null ? null : new HoldRequest(reason);
    }
}
