package org.waymark.casework.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;

/** A second person's answer to a downward override. */
public record Countersignature(boolean agree, String reason) {

    /** Reads one; nothing where it has faults, which are then reported. */
    public static @Nullable Countersignature read(Cursor at) {
        Fields fields = Fields.of(at, List.of("agree", "reason"));
        if (fields == null) {
            return null;
        }
        Boolean agree = fields.required("agree", Words::yesOrNo);
        String reason = fields.required("reason", Words::filled);
        return agree == null || reason == null ? null : new Countersignature(agree, reason);
    }
}
