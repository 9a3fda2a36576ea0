package org.waymark.ruleset.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Firing;
import org.waymark.screening.rule.RuleEngine;
import org.waymark.screening.rule.Stage;

/** An engine that asks a second one beside it, stage by stage, and notes where the two do not fire the same. */
final class EnginesCompared implements RuleEngine {

    /** Whoever is wrong once is wrong often; more than this helps nobody. */
    private static final int MOST_DIFFERENCES = 20;

    private final RuleEngine first;
    private final RuleEngine second;
    private final AtomicInteger rounds = new AtomicInteger();
    private final List<String> differences = new ArrayList<>();

    EnginesCompared(RuleEngine first, RuleEngine second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Round open() {
        rounds.incrementAndGet();
        return new Both(first.open(), second.open());
    }

    /** How many passes were compared. */
    int rounds() {
        return rounds.get();
    }

    /** Each line that one engine fired and the other did not, in words. */
    synchronized List<String> differences() {
        return List.copyOf(differences);
    }

    private synchronized void note(Stage stage, List<String> one, List<String> other, String who) {
        List<String> more = new ArrayList<>(one);
        other.forEach(more::remove);
        for (String line : more) {
            if (differences.size() < MOST_DIFFERENCES) {
                differences.add(who + " alone fires " + line + " (stage " + stage.name() + ")");
            }
        }
    }

    private final class Both implements Round {

        private final Round round;
        private final Round beside;

        Both(Round round, Round beside) {
            this.round = round;
            this.beside = beside;
        }

        @Override
        public void tell(Collection<? extends Fact> facts) {
            round.tell(facts);
            beside.tell(facts);
        }

        @Override
        public List<Firing> fire(Stage stage) {
            List<Firing> fired = round.fire(stage);
            List<String> one = words(fired);
            List<String> other = words(beside.fire(stage));
            note(stage, one, other, "Drools");
            note(stage, other, one, "the rule tree");
            return fired;
        }

        private static List<String> words(List<Firing> firings) {
            return firings.stream()
                    .map(one -> one.rule().id() + " on " + one.facts() + " giving " + one.conclusions())
                    .toList();
        }

        @Override
        public void close() {
            round.close();
            beside.close();
        }
    }
}
