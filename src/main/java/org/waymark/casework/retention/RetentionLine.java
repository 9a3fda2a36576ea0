package org.waymark.casework.retention;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the schedule: how long all about a young person is kept of whom this is what came out.
 *
 * @param outcome the pathway, {@code universal}, or {@code looked-after}
 * @param keep as it is configured: `25th birthday`, or `6 years after the last contact`
 * @param legalBasis why, in words
 */
public record RetentionLine(String outcome, String keep, String legalBasis) {

    private static final Pattern BIRTHDAY = Pattern.compile("([1-9][0-9]{0,2})(?:st|nd|rd|th) birthday");
    private static final Pattern LAST_CONTACT = Pattern.compile("([1-9][0-9]{0,2}) years? after the last contact");

    /** @throws IllegalArgumentException where `keep` is neither of the two, or there is no basis */
    public RetentionLine {
        if (!BIRTHDAY.matcher(keep).matches() && !LAST_CONTACT.matcher(keep).matches()) {
            throw new IllegalArgumentException("`waymark.retention." + outcome + "` is `" + keep
                    + "`: write such as `25th birthday` or `6 years after the last contact`");
        }
        if (legalBasis.isBlank()) {
            throw new IllegalArgumentException("`waymark.retention." + outcome
                    + ".basis` is blank: say on what legal basis, or by whose policy, it is kept so long");
        }
    }

    /**
     * The first day on which it is kept no longer.
     *
     * @param born the day of birth, or the latest that it can be
     */
    public LocalDate due(LocalDate born, LocalDate lastContact) {
        Matcher birthday = BIRTHDAY.matcher(keep);
        if (birthday.matches()) {
            return born.plusYears(Long.parseLong(birthday.group(1)));
        }
        Matcher years = LAST_CONTACT.matcher(keep);
        if (!years.matches()) {
            throw new IllegalStateException("unreachable: a line is one of the two");
        }
        return lastContact.plusYears(Long.parseLong(years.group(1)));
    }
}
