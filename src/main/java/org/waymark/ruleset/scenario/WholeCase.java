package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Place;

/**
 * A case from one contact to the last, and what must and must not come out on the way.
 *
 * @param why the source of the case, or what it is for; may be empty
 * @param contacts all about one young person, oldest first; at each, those before it are known
 */
public record WholeCase(Place place, String name, String why, List<CaseContact> contacts) implements Scenario {

    public WholeCase {
        contacts = List.copyOf(contacts);
    }

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
        List<Assessment> earlier = new ArrayList<>();
        for (CaseContact contact : contacts) {
            if (!contact.expectations().isEmpty()) {
                Screening screening = new Screening(screener, contact.assessment(), earlier);
                if (!contact.expectations().stream().allMatch(screening::holds)) {
                    return false;
                }
            }
            earlier.add(contact.assessment());
        }
        return true;
    }

    @Override
    public List<ScenarioFailure> failures(Screener screener) {
        List<ScenarioFailure> failures = new ArrayList<>();
        List<Assessment> earlier = new ArrayList<>();
        for (CaseContact contact : contacts) {
            if (!contact.expectations().isEmpty()) {
                Screening screening = new Screening(screener, contact.assessment(), List.copyOf(earlier));
                contact.expectations().stream()
                        .filter(expectation -> !screening.holds(expectation))
                        .map(expectation -> failure(contact, expectation, screening))
                        .forEach(failures::add);
            }
            earlier.add(contact.assessment());
        }
        return failures;
    }

    private ScenarioFailure failure(CaseContact contact, Expectation expectation, Screening screening) {
        String where = contact.name().isEmpty() ? name : name + ", at \"" + contact.name() + "\"";
        Expectation.Of of = expectation.of();
        String should = expectation.never()
                ? " must not " + of.verb() + " and " + of.auxiliary()
                : " should " + of.verb() + " and " + of.auxiliary() + " not";
        return new ScenarioFailure(
                expectation.place(),
                where + ": " + expectation.phrase() + should,
                new Explanation(screening, expectation).lines());
    }
}
