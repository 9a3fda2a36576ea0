package org.waymark.casework.judgement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Observation;
import org.waymark.assessment.Quoted;
import org.waymark.assessment.Reading;
import tools.jackson.databind.JsonNode;

/**
 * What a manager puts right of a recorded assessment.
 *
 * @param observations what the assessment should have said of these factors, as submitted; null where the contact is
 *     withdrawn
 */
public record Correction(@Nullable JsonNode observations, String reason) {

    public static final String OBSERVATIONS = "observations";

    private static final String WITHDRAWN = "withdrawn";

    /** Whether the whole contact is withdrawn, as one about the wrong child. */
    public boolean withdrawn() {
        return observations == null;
    }

    /**
     * Reads one; nothing where it has faults, which are then reported.
     *
     * @param reading how observations of that contact are read
     * @param said the factors of which the assessment said something
     */
    public static @Nullable Correction read(Cursor at, Reading<List<Observation>> reading, Set<String> said) {
        Fields fields = Fields.of(at, List.of(OBSERVATIONS, WITHDRAWN, "reason"));
        if (fields == null) {
            return null;
        }
        String reason = fields.required("reason", Words::filled);
        if (fields.has(OBSERVATIONS) == fields.has(WITHDRAWN)) {
            at.fault("say one of two: `observations`, what the assessment should have said, or `withdrawn`: true, for a"
                    + " contact about the wrong child");
            return null;
        }
        if (fields.has(WITHDRAWN)) {
            Boolean withdrawn = fields.optional(
                    WITHDRAWN, Words.onlyTrue("leave it out, and say in `observations` what is to be put right"));
            return reason == null || withdrawn == null ? null : new Correction(null, reason);
        }
        List<Observation> observations = fields.optional(OBSERVATIONS, reading);
        if (observations == null) {
            return null;
        }
        Cursor list = fields.at(OBSERVATIONS);
        boolean right = check(list, observations, said);
        return reason == null || !right ? null : new Correction(list.node(), reason);
    }

    private static boolean check(Cursor list, List<Observation> observations, Set<String> said) {
        if (list.node().isEmpty()) {
            list.fault("is empty: name at least one observation, as it should have been");
            return false;
        }
        if (observations.size() < list.node().size()) {
            return false;
        }
        Set<String> strange = new LinkedHashSet<>();
        for (int index = 0; index < observations.size(); index++) {
            String factor = observations.get(index).factor();
            if (!said.contains(factor)) {
                strange.add(factor);
                list.item(index)
                        .field("factor")
                        .fault("the assessment said nothing of " + Quoted.of(factor) + Nearest.hint(factor, said)
                                + "; what is new is a new assessment");
            }
        }
        return strange.isEmpty();
    }
}
