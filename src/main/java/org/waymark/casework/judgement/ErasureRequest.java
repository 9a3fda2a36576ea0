package org.waymark.casework.judgement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;

/**
 * A manager has something erased.
 *
 * @param reasonCode by which erasures are counted
 * @param reason why, and on what legal basis; it stays for good and in the clear, so it names nobody
 */
public record ErasureRequest(String reasonCode, String reason) {

    private static final String CONFIRM = "confirm";
    private static final String REASON = "reason";

    /**
     * Reads one; nothing where it has faults, which are then reported.
     *
     * @param confirm the reference that must be typed again, null where none is asked for
     * @param naming what would tell whom it is about: none of it may be in the reason
     */
    public static @Nullable ErasureRequest read(Cursor at, @Nullable String confirm, Collection<String> naming) {
        List<String> names = new ArrayList<>(List.of("reasonCode", REASON));
        if (confirm != null) {
            names.add(CONFIRM);
        }
        Fields fields = Fields.of(at, names);
        if (fields == null) {
            return null;
        }
        String reasonCode = fields.required("reasonCode", Words::code);
        String reason = fields.required(REASON, Words::reason);
        if (confirm != null) {
            String typed = fields.required(CONFIRM, Words::name);
            if (typed != null && !typed.equals(confirm)) {
                fields.at(CONFIRM).fault("is not the reference of the address: all about this young person would go");
            }
        }
        if (reason != null && naming.stream().anyMatch(name -> isIn(reason, name))) {
            fields.at(REASON)
                    .fault("holds a reference, a number or a date of birth of the young person: the reason stays for"
                            + " good and in the clear, say it without naming anybody");
        }
        return reasonCode == null || reason == null ? null : new ErasureRequest(reasonCode, reason);
    }

    /** As a word of its own: a short number may well stand within another. */
    private static boolean isIn(String reason, String name) {
        String text = reason.toLowerCase(Locale.ROOT);
        String sought = name.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
