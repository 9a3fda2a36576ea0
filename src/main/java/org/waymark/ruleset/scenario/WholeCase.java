package org.waymark.ruleset.scenario;

import java.util.Optional;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Place;

/**
 * A case from one contact to the last, and what must and must not come out on the way.
 *
 * @param why the source of the case, or what it is for; may be empty
 */
public record WholeCase(Place place, String name, String why) implements Scenario {

    @Override
    public String title() {
        return name;
    }

    @Override
    public Optional<String> line() {
        return Optional.empty();
    }

    @Override
    public boolean holds(Screener screener) {
        return true;
    }

    @Override
    public Optional<ScenarioFailure> failure(Screener screener) {
        return Optional.empty();
    }
}
