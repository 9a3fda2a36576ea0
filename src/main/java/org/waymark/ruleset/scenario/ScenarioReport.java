package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;

/**
 * What came of a run.
 *
 * @param failures what does not hold, in the order of files and lines; a run of nothing is a failure too
 * @param neverFiring lines of the rule set without a case in which they fire
 * @param neverBelow lines of the rule set without a case in which they do not
 * @param neverGiving lines of the rule set of which no scenario says what they give
 */
public record ScenarioReport(
        Counts counts,
        List<ScenarioFailure> failures,
        List<String> neverFiring,
        List<String> neverBelow,
        List<String> neverGiving) {

    public ScenarioReport {
        failures = List.copyOf(failures);
        neverFiring = List.copyOf(neverFiring);
        neverBelow = List.copyOf(neverBelow);
        neverGiving = List.copyOf(neverGiving);
    }

    /**
     * How much was run.
     *
     * @param firing cases that have a line at its threshold
     * @param below cases that have a line just below
     * @param giving lines of which all that they give is compared
     * @param wholeCases whole cases
     * @param contacts contacts of whole cases
     * @param expectations what is expected at them, and what is not
     */
    public record Counts(int firing, int below, int giving, int wholeCases, int contacts, int expectations) {

        static Counts of(Scenarios scenarios) {
            List<CaseContact> contacts = scenarios.wholeCases().stream()
                    .flatMap(one -> one.contacts().stream())
                    .toList();
            return new Counts(
                    count(scenarios, ScenarioReport::isFiring),
                    count(scenarios, ScenarioReport::isBelow),
                    count(scenarios, LineGives.class::isInstance),
                    scenarios.wholeCases().size(),
                    contacts.size(),
                    contacts.stream().mapToInt(one -> one.expectations().size()).sum());
        }

        /** The counts as one sentence. */
        String sentence() {
            return of(firing, "case", "cases") + " at a threshold, " + below + " just below, "
                    + of(giving, "line held to what it gives", "lines held to what they give") + ", "
                    + of(wholeCases, "whole case", "whole cases") + " with " + of(contacts, "contact", "contacts")
                    + " and " + of(expectations, "expectation", "expectations") + ".";
        }

        private static String of(int count, String one, String several) {
            return count + " " + (count == 1 ? one : several);
        }

        private static int count(Scenarios scenarios, Predicate<Scenario> which) {
            return (int) scenarios.all().stream().filter(which).count();
        }
    }

    static ScenarioReport of(Scenarios scenarios, Screener screener) {
        List<ScenarioFailure> failures = new ArrayList<>();
        if (scenarios.all().isEmpty()) {
            failures.add(new ScenarioFailure(
                    new Place(scenarios.folder(), 1, 1),
                    "no scenario was found in `" + scenarios.folder() + "`: a rule set without tests is not checked",
                    List.of()));
        }
        scenarios.all().forEach(one -> failures.addAll(one.failures(screener)));
        return new ScenarioReport(
                Counts.of(scenarios),
                failures,
                without(scenarios, screener, ScenarioReport::isFiring),
                without(scenarios, screener, ScenarioReport::isBelow),
                without(scenarios, screener, LineGives.class::isInstance));
    }

    private static boolean isFiring(Scenario scenario) {
        return scenario instanceof LineScenario line && line.fires();
    }

    private static boolean isBelow(Scenario scenario) {
        return scenario instanceof LineScenario line && !line.fires();
    }

    private static List<String> without(Scenarios scenarios, Screener screener, Predicate<Scenario> which) {
        Set<String> tested = scenarios.all().stream()
                .filter(which)
                .flatMap(one -> one.line().stream())
                .collect(Collectors.toSet());
        return screener.ruleSet().rules().stream()
                .map(Rule::id)
                .filter(line -> !tested.contains(line))
                .toList();
    }

    /** Whether there was something to run and all of it holds. */
    public boolean holds() {
        return failures.isEmpty();
    }

    /** Whether every line of the rule set is tested on both sides of its threshold, and in what it gives. */
    public boolean isComplete() {
        return neverFiring.isEmpty() && neverBelow.isEmpty() && neverGiving.isEmpty();
    }

    /** The report in plain words, a line each: the counts, what is not tested, and every failure with its details. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(counts.sentence());
        tell(lines, "No case in which they fire: ", neverFiring);
        tell(lines, "No case in which they do not fire: ", neverBelow);
        tell(lines, "Nothing says what they give: ", neverGiving);
        lines.add(
                failures.isEmpty()
                        ? "All hold."
                        : failures.size() + (failures.size() == 1 ? " does" : " do") + " not hold:");
        failures.forEach(failure -> failure.text().lines().forEach(lines::add));
        return lines;
    }

    private static void tell(List<String> lines, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            lines.add(what + String.join(", ", ids) + ".");
        }
    }
}
