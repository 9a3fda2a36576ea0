package org.waymark.pages.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.pages.FieldFault;

/** Words of the pages that are put together before a page is made. */
@Component("policyWords")
public final class Words {

    private static final Set<String> STEPS = Set.of("draft", "approve", "reject", "accept", "activate", "withdraw");

    /** Why somebody does something says nothing to whoever reads it years later where it is shorter. */
    static final int SHORTEST_REASON = 30;

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }

    /** A fault of a field, in the words of the pages. */
    FieldFault fault(String field, String key, Object... values) {
        return new FieldFault(field, of(key, values));
    }

    static boolean isTooShort(String reason) {
        return reason.strip().length() < SHORTEST_REASON;
    }

    /** Whether something is wrong with a field. */
    public boolean has(List<FieldFault> faults, String field) {
        return faults.stream().anyMatch(one -> one.field().equals(field));
    }

    /** What is wrong with a field. */
    public String told(List<FieldFault> faults, String field) {
        return faults.stream()
                .filter(one -> one.field().equals(field))
                .map(FieldFault::message)
                .findFirst()
                .orElse("");
    }

    /** Whether there are words for this step that was taken: an address can say anything. */
    public boolean isStep(String code) {
        return STEPS.contains(code);
    }
}
