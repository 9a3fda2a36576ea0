package org.waymark.ruleset.scenario;

import java.util.List;
import org.waymark.assessment.Assessment;
import org.waymark.screening.rule.Place;

/**
 * One contact of a whole case.
 *
 * @param name what the case calls it; empty where the case has one contact only
 * @param expectations what must come out at it, and what must not; may be none
 */
public record CaseContact(Place place, String name, Assessment assessment, List<Expectation> expectations) {

    public CaseContact {
        expectations = List.copyOf(expectations);
    }
}
