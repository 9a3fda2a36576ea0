package org.waymark.ruleset;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.assessment.AssessmentReader;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;

/**
 * The rule sets that screen now, by area. They are swapped whole, all at once; a screening under way finishes on the one
 * it began with.
 */
public final class RuleSetInForce {

    /** Stands for every area that has no rule set of its own. */
    public static final String EVERYWHERE = "*";

    /**
     * A rule set that is ready to read assessments and to screen them.
     *
     * @param since when it was put in force
     */
    public record Ready(RuleSet ruleSet, AssessmentReader reader, Screener screener, Instant since) {

        public static Ready of(RuleSet ruleSet, Instant since) {
            return new Ready(ruleSet, new AssessmentReader(ruleSet.catalogue()), new Screener(ruleSet), since);
        }
    }

    private volatile SortedMap<String, Ready> byArea = new TreeMap<>();
    private volatile SortedMap<String, String> trouble = new TreeMap<>();

    /** Puts one rule set in force everywhere, and no other. */
    public void activate(RuleSet ruleSet, Instant since) {
        swap(Map.of(EVERYWHERE, Ready.of(ruleSet, since)));
    }

    /** Puts these in force, and no other: by area, {@link #EVERYWHERE} for the rest. */
    public void swap(Map<String, Ready> sets) {
        byArea = new TreeMap<>(sets);
    }

    /** Notes, by area, which rule set should be in force and why it cannot be. */
    public void trouble(Map<String, String> found) {
        trouble = new TreeMap<>(found);
    }

    /** By area, which rule set should be in force and why it cannot be; empty where all is as it should be. */
    public SortedMap<String, String> trouble() {
        return new TreeMap<>(trouble);
    }

    /** What is in force, by area. */
    public SortedMap<String, Ready> all() {
        return new TreeMap<>(byArea);
    }

    /** The rule set for areas that have none of their own, if there is one. */
    public Optional<Ready> current() {
        return current(EVERYWHERE);
    }

    /** The rule set for an area: its own before that for everywhere. */
    public Optional<Ready> current(String area) {
        Map<String, Ready> now = byArea;
        return Optional.ofNullable(now.getOrDefault(area, now.get(EVERYWHERE)));
    }

    /**
     * The rule set for areas that have none of their own.
     *
     * @throws NoRuleSet where there is none
     */
    public Ready require() {
        return require(EVERYWHERE);
    }

    /**
     * The rule set for an area.
     *
     * @throws NoRuleSet where there is none
     */
    public Ready require(String area) {
        return current(area).orElseThrow(NoRuleSet::new);
    }

    /**
     * The rule set for the area that a submitted document names. One that names none, or is no JSON, is read with the
     * set for everywhere, which then says what is wrong with it.
     *
     * @throws NoRuleSet where there is none
     */
    public Ready requireFor(byte[] document) {
        boolean oneForAll = byArea.keySet().equals(Set.of(EVERYWHERE));
        return oneForAll ? require() : require(AssessmentReader.areaOf(document).orElse(EVERYWHERE));
    }

    /** No rule set is in force, so nothing can be screened. */
    public static final class NoRuleSet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRuleSet() {
            super("no rule set is in force");
        }
    }
}
