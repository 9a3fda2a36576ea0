package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Optional;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Place;

/**
 * One of the policy team's own tests. Each can be run alone, against any rule set over the same catalogue: changed rules
 * included, which is how it is found out whether a change would be noticed.
 */
public sealed interface Scenario permits LineGives, LineScenario, WholeCase {

    /** Where it stands in its file. */
    Place place();

    /** What it says, as one line, such as {@code SG-12 does not fire: only twice in 30 days}. */
    String title();

    /** The line of a rule that it is about; nothing for a whole case. */
    Optional<String> line();

    /** Whether it holds. No more is done than it takes to know. */
    boolean holds(Screener screener);

    /** What is to be told where it does not hold; nothing where it does. */
    List<ScenarioFailure> failures(Screener screener);
}
