package org.waymark.ruleset.mutation;

import java.util.ArrayList;
import java.util.List;
import org.waymark.ruleset.coverage.Share;
import org.waymark.ruleset.mutation.Mutant.Part;

/**
 * Which small changes to a rule set its own scenarios would notice.
 *
 * @param mutants every change that was tried, in the order of the lines
 * @param unnoticed those after which every scenario still holds
 */
public record MutationReport(List<Mutant> mutants, List<Mutant> unnoticed) {

    public MutationReport {
        mutants = List.copyOf(mutants);
        unnoticed = List.copyOf(unnoticed);
    }

    /** How many of the changes to conditions, or to conclusions, would be noticed. */
    public Share noticed(Part part) {
        int all = count(mutants, part);
        return new Share(all - count(unnoticed, part), all);
    }

    private static int count(List<Mutant> mutants, Part part) {
        return (int) mutants.stream().filter(mutant -> mutant.part() == part).count();
    }

    /** What nobody would notice, one sentence each. */
    public List<String> survivors() {
        return unnoticed.stream().map(Mutant::unnoticed).toList();
    }

    /** The figures, and below them what nobody would notice, with file and line of the rule. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Changes to when a line fires that a scenario would notice: " + noticed(Part.CONDITIONS) + ".");
        lines.add("Changes to what a line gives that a scenario would notice: " + noticed(Part.CONCLUSIONS) + ".");
        unnoticed.forEach(mutant -> lines.add(
                mutant.rule().place().file() + ":" + mutant.rule().place().line() + "  " + mutant.unnoticed()));
        return lines;
    }
}
