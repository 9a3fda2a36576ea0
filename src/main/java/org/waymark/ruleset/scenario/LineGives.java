package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        // In which order a line names its results means nothing.
        return Words.results(gives).size() == Words.results(line.conclusions()).size()
                && Set.copyOf(Words.results(gives)).equals(Set.copyOf(Words.results(line.conclusions())));
    }

    @Override
    public List<ScenarioFailure> failures(Screener screener) {
        if (holds(screener)) {
            return List.of();
        }
        return List.of(new ScenarioFailure(
                place,
                rule + " does not give what it should",
                found(screener).map(this::difference).orElse(List.of("    there is no such line in the rule set"))));
    }

    private List<String> difference(Rule line) {
        List<String> expected = Words.results(gives);
        List<String> found = Words.results(line.conclusions());
        return Stream.concat(
                        expected.stream().filter(one -> !found.contains(one)).map(one -> "    should give  " + one),
                        found.stream().filter(one -> !expected.contains(one)).map(one -> "    gives        " + one))
                .toList();
    }
}
