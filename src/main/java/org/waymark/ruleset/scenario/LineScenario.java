package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Optional;
import org.waymark.assessment.Assessment;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Place;

/**
 * One line of a rule at its threshold, where it must fire, or just below, where it must not.
 *
 * @param rule the line, such as {@code SG-02b}
 * @param why what makes the case what it is
 */
public record LineScenario(Place place, String rule, boolean fires, String why, Assessment assessment)
        implements Scenario {

    @Override
    public String title() {
        return rule + (fires ? " fires: " : " does not fire: ") + why;
    }

    @Override
    public Optional<String> line() {
        return Optional.of(rule);
    }

    @Override
    public boolean holds(Screener screener) {
        return holds(screener.pass(assessment, List.of()));
    }

    private boolean holds(Pass pass) {
        return pass.firings().stream().anyMatch(firing -> firing.rule().id().equals(rule)) == fires;
    }

    @Override
    public List<ScenarioFailure> failures(Screener screener) {
        Pass pass = screener.pass(assessment, List.of());
        if (holds(pass)) {
            return List.of();
        }
        String should = fires ? " should fire (" + why + ") and does not" : " should not fire (" + why + ") and does";
        List<String> details = screener.ruleSet().rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(one -> Trace.of(one, pass).lines("    "))
                .orElse(List.of("    there is no such line in the rule set"));
        return List.of(new ScenarioFailure(place, rule + should, details));
    }
}
