package org.waymark.screening.rule;

import java.util.List;

/**
 * One line of a rule.
 *
 * @param id the line, such as {@code SG-02b}
 * @param title what the line is about
 * @param statement how a report says that it fired, with places for dates, counts and names of factors
 * @param source where the rule and its figures come from
 * @param place where it stands in the rule files
 */
public record Rule(
        String id,
        String title,
        String statement,
        String source,
        List<Condition> conditions,
        Conclusions conclusions,
        Stage stage,
        Place place) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** The rule that this line is of: {@code SG-02b} is of {@code SG-02}. */
    public String family() {
        char last = id.charAt(id.length() - 1);
        return Character.isLetter(last) ? id.substring(0, id.length() - 1) : id;
    }
}
