package org.waymark.screening;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.screening.rule.Rule;

/** The promises that stand above every rule set, for whoever has to tell a reader of them. */
public final class Guards {

    private Guards() {}

    /** Each guard with its id, title, statement and source, as a rule without conditions. */
    public static List<Rule> asRules() {
        return Stream.of(Guard.values()).map(Guard::rule).toList();
    }
}
