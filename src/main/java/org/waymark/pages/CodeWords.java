package org.waymark.pages;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for a code of the contract where it does not say which list it is of. */
@Component("codes")
public final class CodeWords {

    private static final List<String> LISTS = List.of("pathway.", "action.", "service.", "block.", "urgency.");

    private final MessageSource words;

    CodeWords(MessageSource words) {
        this.words = words;
    }

    /** Its words; the code itself where no list has it. */
    public String of(String code) {
        return LISTS.stream()
                .map(list -> words.getMessage(list + code, null, "", Locale.UK))
                .filter(found -> found != null && !found.isEmpty())
                .findFirst()
                .orElse(code);
    }
}
