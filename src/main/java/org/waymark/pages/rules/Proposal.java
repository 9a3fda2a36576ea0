package org.waymark.pages.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.pages.rules.BookView.Piece;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.scenario.ScenarioFailure;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.ruleset.words.InWords;
import org.waymark.screening.Screener;

/**
 * What a change would make, before anybody makes it: read by the guard, and tried with the tests of the line.
 *
 * @param sentence what the line would do; empty where the guard turns the change away
 * @param faults why it does, each with its place
 * @param failures tests of the line that would not hold
 * @param tested how many tests of it there are
 */
public record Proposal(List<Piece> sentence, List<String> faults, List<String> failures, int tested) {

    static Proposal of(RuleFiles files, String line) {
        try {
            CheckedRules rules = RuleSetReader.check(files);
            List<Piece> sentence = rules.rules().stream()
                    .filter(one -> one.id().equals(line))
                    .findFirst()
                    .map(one -> BookView.pieces(new InWords(rules).sentence(one)))
                    .orElse(List.of());
            return tried(files, rules, line, sentence);
        } catch (RuleSetRejected rejected) {
            return new Proposal(List.of(), told(rejected.faults()), List.of(), 0);
        }
    }

    private static Proposal tried(RuleFiles files, CheckedRules rules, String line, List<Piece> sentence) {
        try {
            Scenarios scenarios = ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), rules.asked());
            Screener screener = new Screener(rules.asked());
            List<String> failures = new ArrayList<>();
            scenarios
                    .ofLine(line)
                    .forEach(one -> one.failures(screener).stream()
                            .map(ScenarioFailure::text)
                            .forEach(failures::add));
            return new Proposal(
                    sentence, List.of(), failures, scenarios.ofLine(line).size());
        } catch (ScenariosRejected rejected) {
            return new Proposal(sentence, List.of(), told(rejected.faults()), 0);
        }
    }

    private static List<String> told(List<RuleFault> faults) {
        return faults.stream().map(RuleFault::toString).toList();
    }

    /** Whether it can be made and its own tests hold. */
    public boolean holds() {
        return faults.isEmpty() && failures.isEmpty();
    }

    /** What does not hold, all of it. */
    public List<String> wrong() {
        return Stream.concat(faults.stream(), failures.stream()).toList();
    }

    /** The sentence as one text. */
    public String text() {
        return String.join("", sentence.stream().map(Piece::text).toList());
    }
}
