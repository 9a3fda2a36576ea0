package org.waymark.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.Stage;

/** An engine that asks another, stage by stage, whether the one behind it fired what it should. */
record CheckedEngine(RuleEngine behind, RuleEngine other) implements RuleEngine {

    /** One firing as it can be compared: the line, what it matched, what it gave. */
    private record Fired(String rule, List<Fact> facts, Conclusions given) {

        static List<Fired> of(List<Firing> firings) {
            return firings.stream()
                    .map(one -> new Fired(one.rule().id(), one.facts(), one.conclusions()))
                    .toList();
        }
    }

    @Override
    public Round open() {
        return new CheckedRound(behind.open(), other.open());
    }

    private record CheckedRound(Round round, Round beside) implements Round {

        @Override
        public void tell(Collection<? extends Fact> facts) {
            round.tell(facts);
            beside.tell(facts);
        }

        @Override
        public List<Firing> fire(Stage stage) {
            List<Firing> fired = round.fire(stage);
            assertThat(Fired.of(fired))
                    .as("what fires in the stage " + stage)
                    .containsExactlyInAnyOrderElementsOf(Fired.of(beside.fire(stage)));
            return fired;
        }

        @Override
        public void close() {
            round.close();
            beside.close();
        }
    }
}
