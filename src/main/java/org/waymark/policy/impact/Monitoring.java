package org.waymark.policy.impact;

import java.util.Locale;
import org.waymark.assessment.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a contact recorded for fairness monitoring alone. No rule reads it; it is counted here, and shown for groups of
 * ten young people or more only.
 */
public record Monitoring(String sex, String ethnicity) {

    /** What stands where nobody recorded it. */
    public static final String NOT_RECORDED = "not-recorded";

    /** Nothing was recorded. */
    public static final Monitoring NONE = new Monitoring(NOT_RECORDED, NOT_RECORDED);

    /**
     * What a submitted document recorded.
     *
     * @param canonical the document, which must be one that was read without a fault
     */
    public static Monitoring of(String canonical) {
        JsonNode monitoring = Json.read(canonical).path("monitoring");
        return new Monitoring(word(monitoring.path("sex")), word(monitoring.path("ethnicity")));
    }

    /** The field is free text, so the same word in other letters is the same group. */
    private static String word(JsonNode text) {
        String word = text.asString("").strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() ? NOT_RECORDED : word;
    }
}
