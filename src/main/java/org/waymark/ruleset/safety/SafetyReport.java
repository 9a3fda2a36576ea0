package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the safety search found. The same rule set gives the same report.
 *
 * @param ruleSet the rule set's name
 * @param casesScreened how many cases were screened
 * @param searched how large the value space is and what of it was tried, in words
 * @param broken promises that the rule set does not keep, or keeps only because a guard stands in for rules that are missing
 * @param noted what rests on a guard by design, to be known and not to be mended
 * @param unreachable rules that can never fire, and results that can never come out
 */
public record SafetyReport(
        String ruleSet,
        long casesScreened,
        List<String> searched,
        List<Finding> broken,
        List<Finding> noted,
        List<Unreachable> unreachable) {

    public SafetyReport {
        searched = List.copyOf(searched);
        broken = List.copyOf(broken);
        noted = List.copyOf(noted);
        unreachable = List.copyOf(unreachable);
    }

    /** Whether the rule set keeps every promise. */
    public boolean ok() {
        return broken.isEmpty() && unreachable.isEmpty();
    }

    /** For people: what is broken first, then what can never be, then what rests on a guard, and how far was looked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                ok()
                        ? "Safety: every promise held in all cases screened."
                        : "Safety: " + count(broken.size(), "promise broken", "promises broken") + ", "
                                + count(unreachable.size(), "rule or result", "rules or results")
                                + " that can never be.");
        broken.forEach(finding -> addAll("BROKEN  ", finding.lines(), lines));
        unreachable.forEach(one -> lines.add("NEVER   " + one.line()));
        noted.forEach(finding -> addAll("noted   ", finding.lines(), lines));
        lines.add(String.format(Locale.ROOT, "%,d cases screened.", casesScreened));
        lines.addAll(searched);
        return List.copyOf(lines);
    }

    private static void addAll(String mark, List<String> more, List<String> to) {
        to.add(mark + more.get(0));
        to.addAll(more.subList(1, more.size()));
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
