package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Optional;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;

/**
 * What one line of a rule gives where it fires, all of it and no more, so that a changed clock is noticed.
 *
 * @param rule the line, such as {@code SG-02b}
 */
public record LineGives(Place place, String rule, Conclusions gives) implements Scenario {

    @Override
    public String title() {
        return rule + " gives what it should";
    }

    @Override
    public Optional<String> line() {
        return Optional.of(rule);
    }

    @Override
    public boolean holds(Screener screener) {
        return found(screener).filter(this::isGivenBy).isPresent();
    }

    private Optional<Rule> found(Screener screener) {
        return screener.ruleSet().rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst();
    }

    private boolean isGivenBy(Rule line) {
        return gives.equals(line.conclusions());
    }

    @Override
    public Optional<ScenarioFailure> failure(Screener screener) {
        return holds(screener)
                ? Optional.empty()
                : Optional.of(new ScenarioFailure(place, rule + " does not give what it should", List.of()));
    }
}
