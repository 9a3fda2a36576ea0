package org.waymark.casework.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;

/**
 * A manager or an auditor looked at a decision.
 *
 * @param finding what they found, in words
 */
public record Review(String finding) {

    /** Reads one; nothing where it has faults, which are then reported. */
    public static @Nullable Review read(Cursor at) {
        Fields fields = Fields.of(at, List.of("finding"));
        String finding = fields == null ? null : fields.required("finding", Words::filled);
        return finding == null ? null : new Review(finding);
    }
}
