package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.screening.Screener;

/** All scenarios of a folder, in the order of its files and lines. Immutable; safe for many threads. */
public final class Scenarios {

    private final String folder;
    private final List<Scenario> all;
    private final Map<String, List<Scenario>> byLine;

    /**
     * Scenarios to run.
     *
     * @param folder where they were read, for a message
     */
    public Scenarios(String folder, List<Scenario> all) {
        this.folder = folder;
        this.all = List.copyOf(all);
        this.byLine = this.all.stream()
                .filter(one -> one.line().isPresent())
                .collect(Collectors.groupingBy(one -> one.line().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    /** Every scenario. */
    public List<Scenario> all() {
        return all;
    }

    /** The scenarios of one line of a rule, such as {@code SG-02b}; none where nobody wrote one. */
    public List<Scenario> ofLine(String line) {
        return List.copyOf(byLine.getOrDefault(line, List.of()));
    }

    /** The cases that are about no line alone. */
    public List<WholeCase> wholeCases() {
        return all.stream()
                .filter(WholeCase.class::isInstance)
                .map(WholeCase.class::cast)
                .toList();
    }

    /** Where they were read. */
    public String folder() {
        return folder;
    }

    /** Runs every scenario against one rule set. */
    public ScenarioReport run(Screener screener) {
        return ScenarioReport.of(this, screener);
    }
}
