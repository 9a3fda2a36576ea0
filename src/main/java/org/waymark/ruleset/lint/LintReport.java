package org.waymark.ruleset.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the linter found.
 *
 * @param findings faults first, then warnings, then notes
 */
public record LintReport(List<Finding> findings) {

    public LintReport {
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /** Whether there is no fault. */
    public boolean ok() {
        return count(finding -> finding.severity() == Severity.FAULT) == 0;
    }

    private long count(Predicate<Finding> which) {
        return findings.stream().filter(which).count();
    }

    /** The counts, in one sentence. */
    public String headline() {
        long accepted = count(finding -> finding.accepted() != null);
        return of(count(finding -> finding.severity() == Severity.FAULT), "fault", "no fault") + ", "
                + of(
                        count(finding -> finding.severity() == Severity.WARNING && finding.open()),
                        "warning",
                        "no warning")
                + " that nobody accepted, " + accepted + " accepted, "
                + of(count(finding -> finding.severity() == Severity.NOTE), "note", "no note") + ".";
    }

    private static String of(long count, String one, String none) {
        return count == 0 ? none : count + " " + one + (count == 1 ? "" : "s");
    }

    /** In plain English, a line each: what is open whole, what is accepted or a note by kind. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        findings.stream().filter(Finding::open).map(Finding::line).forEach(lines::add);
        grouped(finding -> finding.accepted() != null).forEach((kind, of) -> lines.add("accepted " + line(kind, of)));
        grouped(finding -> finding.severity() == Severity.NOTE)
                .forEach((kind, of) -> lines.add("note " + line(kind, of)));
        return lines;
    }

    private Map<FindingKind, List<Finding>> grouped(Predicate<Finding> which) {
        return findings.stream()
                .filter(which)
                .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(FindingKind kind, Collection<Finding> findings) {
        return kind.code() + ": " + findings.size() + " ("
                + findings.stream().map(finding -> finding.about().get(0)).collect(Collectors.joining(", ")) + "); "
                + kind.page();
    }
}
