package org.waymark.ruleset.book;

import java.util.List;

/**
 * How the policy team tried one line of a rule.
 *
 * @param rule the line
 * @param fires how many cases it has in which the line fires
 * @param whys for each case just below its threshold, what is one too few
 */
public record BookScenario(String rule, int fires, List<String> whys) {

    public BookScenario {
        whys = List.copyOf(whys);
    }
}
