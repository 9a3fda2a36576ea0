package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.Stage;

/** An engine that asks the rule tree itself, stage by stage, whether the engine behind it fired what it should. */
record CheckedEngine(RuleEngine behind, List<Rule> rules) implements RuleEngine {

    /** One firing as it can be compared: the line, what it matched, what it gave. */
    private record Fired(String rule, List<Fact> facts, Conclusions given) {}

    @Override
    public Round open() {
        return new CheckedRound(behind.open());
    }

    private final class CheckedRound implements Round {

        private final Round round;
        private final Set<Fact> known = new LinkedHashSet<>();

        CheckedRound(Round round) {
            this.round = round;
        }

        @Override
        public void tell(Collection<? extends Fact> facts) {
            known.addAll(facts);
            round.tell(facts);
        }

        @Override
        public List<Firing> fire(Stage stage) {
            List<Firing> fired = round.fire(stage);
            assertThat(fired.stream()
                            .map(one -> new Fired(one.rule().id(), one.facts(), one.conclusions()))
                            .toList())
                    .as("what fires in the stage " + stage)
                    .containsExactlyInAnyOrderElementsOf(expected(stage));
            return fired;
        }

        private List<Fired> expected(Stage stage) {
            return rules.stream()
                    .filter(rule -> rule.stage() == stage)
                    .flatMap(rule ->
                            matches(rule).stream().map(facts -> new Fired(rule.id(), facts, given(rule, facts))))
                    .toList();
        }

        /** Every way in which the facts meet the conditions of a rule. */
        private List<List<Fact>> matches(Rule rule) {
            List<List<Fact>> ways = List.of(List.of());
            for (Condition condition : rule.conditions()) {
                List<Fact> met = known.stream().filter(condition::matches).toList();
                if (condition.negated()) {
                    ways = met.isEmpty() ? ways : List.of();
                } else {
                    ways = product(ways, met);
                }
            }
            return ways;
        }

        private static List<List<Fact>> product(List<List<Fact>> ways, List<Fact> met) {
            List<List<Fact>> more = new ArrayList<>();
            for (List<Fact> way : ways) {
                for (Fact fact : met) {
                    List<Fact> longer = new ArrayList<>(way);
                    longer.add(fact);
                    more.add(longer);
                }
            }
            return more;
        }

        private static Conclusions given(Rule rule, List<Fact> facts) {
            return facts.stream().anyMatch(Fact::assumed)
                    ? rule.conclusions().noFasterThan(Urgency.ONE_WORKING_DAY)
                    : rule.conclusions();
        }

        @Override
        public void close() {
            round.close();
        }
    }
}
