package org.waymark.casework.judgement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Dates;
import org.waymark.assessment.Fields;

/**
 * What came of a decision.
 *
 * @param what a code in kebab-case; those that are read are in {@link OutcomeTable}
 * @param on the day, in London, on which it came about
 * @param result how it came out, a code or words
 * @param by the agency's code, or who it was
 */
public record OutcomeNote(String what, LocalDate on, String result, String by) {

    /**
     * Reads one; nothing where it has faults, which are then reported.
     *
     * @param today the last day on which anything can have come about
     */
    public static @Nullable OutcomeNote read(Cursor at, LocalDate today) {
        Fields fields = Fields.of(at, List.of("what", "on", "result", "by"));
        if (fields == null) {
            return null;
        }
        String what = fields.required("what", Words::code);
        LocalDate on = fields.required("on", new Dates(today, "today in Europe/London"));
        String result = fields.required("result", Words::filled);
        String by = fields.required("by", Words::name);
        return what == null || on == null || result == null || by == null
                ? null
                : new OutcomeNote(what, on, result, by);
    }
}
