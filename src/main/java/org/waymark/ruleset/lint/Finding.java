package org.waymark.ruleset.lint;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.RuleFault;
import org.waymark.screening.rule.Place;

/**
 * One thing that was found.
 *
 * @param about the ids of the rules; where it is about no rule, of the factor, the group or the area's attribute
 * @param where the place as a policy officer finds it: file, line and column, or the cell of a table
 * @param message one lower-case sentence, with what was found in backticks
 * @param fix the likely fix
 * @param page what to read about it, in this repository
 * @param accepted the reason for which somebody accepted it; absent where nobody did
 */
public record Finding(
        FindingKind kind,
        Severity severity,
        List<String> about,
        Place place,
        String where,
        String message,
        String fix,
        String page,
        @Nullable String accepted) {

    /** Faults before warnings before notes, and within one severity by kind and place. */
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::place)
            .thenComparing(Finding::key)
            .thenComparing(Finding::message);

    public Finding {
        about = List.copyOf(about);
    }

    static Finding of(
            FindingKind kind, Severity severity, List<String> about, Place place, String message, String fix) {
        return new Finding(kind, severity, about, place, RuleFault.where(place), message, fix, kind.page(), null);
    }

    /** As an acceptance names what it is about. */
    String key() {
        return String.join(" ", about);
    }

    Finding accepted(String reason) {
        return new Finding(kind, severity, about, place, where, message, fix, page, reason);
    }

    /** Whether somebody has to do something: mend it, or say why it stands. */
    public boolean open() {
        return severity != Severity.NOTE && accepted == null;
    }

    /** For people, on one line. */
    public String line() {
        return severity.code() + " " + kind.code() + ": " + where + ": " + message + (fix.isEmpty() ? "" : "; " + fix)
                + " (" + page + ")";
    }
}
