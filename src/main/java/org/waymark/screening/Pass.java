package org.waymark.screening;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.rule.Firing;

/**
 * One pass through a rule set, as it went.
 *
 * @param file what was known
 * @param circumstances what the guards looked at
 * @param facts all that the rules were told, results of earlier stages included
 * @param firings what fired, the guards that stand above every rule set included
 * @param verdict what it comes to
 */
public record Pass(CaseFile file, Circumstances circumstances, Set<Fact> facts, List<Firing> firings, Verdict verdict) {

    static Pass of(Run run) {
        return new Pass(run.file(), run.circumstances(), run.facts(), List.copyOf(run.firings()), run.verdict());
    }

    /** The lines that fired, by their ids. */
    public Set<String> fired() {
        return firings.stream().map(firing -> firing.rule().id()).collect(Collectors.toCollection(TreeSet::new));
    }
}
