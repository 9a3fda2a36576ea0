package org.waymark.ruleset.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a rule set its own scenarios reach.
 *
 * @param fired lines that fire in a scenario of their own
 * @param met conditions that are met in a scenario of their line
 * @param unmet conditions that are not met in a scenario of their line
 * @param unmetAlone conditions that are, in a scenario of their line, the only one that is not met
 * @param gaps what is missing to all of that, in the order of the lines
 */
public record CoverageReport(Share fired, Share met, Share unmet, Share unmetAlone, List<Gap> gaps) {

    public CoverageReport {
        gaps = List.copyOf(gaps);
    }

    /** The figures, and below them what is missing. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Lines that fire in a scenario of their own: " + fired + ".");
        lines.add("Conditions met in a scenario of their line: " + met + ".");
        lines.add("Conditions unmet in a scenario of their line: " + unmet + ".");
        lines.add("Conditions unmet while all else is met: " + unmetAlone + ".");
        gaps.forEach(gap -> lines.add(gap.text()));
        return lines;
    }
}
