package org.waymark.ruleset.scenario;

import java.util.List;
import org.waymark.screening.rule.Place;

/**
 * A scenario that does not hold.
 *
 * @param place where the scenario, or the expectation, stands
 * @param message what should be and is not, as one line
 * @param details the facts of it, a line each, with their own indents
 */
public record ScenarioFailure(Place place, String message, List<String> details) {

    public ScenarioFailure {
        details = List.copyOf(details);
    }

    /** All of it: file and line, the message, and below it the details. */
    public String text() {
        StringBuilder text = new StringBuilder(place.file() + ":" + place.line() + "  " + message);
        details.forEach(line -> text.append("\n").append(line));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
