package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A difference as lines for people, what must be seen first at the top. */
final class DiffLines {

    private static final String DETAIL = "    ";

    private final RuleSetDiff diff;
    private final List<String> lines = new ArrayList<>();

    DiffLines(RuleSetDiff diff) {
        this.diff = diff;
    }

    List<String> lines() {
        lines.add("From " + version(diff.before()) + " to " + version(diff.after()) + ".");
        if (diff.same()) {
            lines.add(sameRules());
            return List.copyOf(lines);
        }
        section("To be seen first (what factors mean, and groups)", diff.first());
        section(Subject.RULE, diff.rules());
        section(Subject.FACTOR, withoutWhatWasShown(diff.factors()));
        section(Subject.AREA, diff.areas());
        section(Subject.BANK_HOLIDAY, diff.bankHolidays());
        section(Subject.MANIFEST, diff.manifest());
        return List.copyOf(lines);
    }

    private static String version(RuleSetDiff.Version version) {
        return version.name() + " (" + version.hash() + ")";
    }

    private String sameRules() {
        return diff.before().hash().equals(diff.after().hash())
                ? "They are the same files."
                : "They say the same: the files differ in their order, their comments, or in what is not compared.";
    }

    /** Groups, and what is told of a factor at the top, are not told twice. */
    private List<Entry> withoutWhatWasShown(List<Entry> factors) {
        return factors.stream().flatMap(this::withoutWhatWasShown).toList();
    }

    private Stream<Entry> withoutWhatWasShown(Entry factor) {
        List<Detail> shown = diff.first().stream()
                .filter(entry -> entry.subject() == Subject.FACTOR && entry.id().equals(factor.id()))
                .flatMap(entry -> entry.details().stream())
                .toList();
        List<Detail> left = factor.details().stream()
                .filter(detail -> !shown.contains(detail))
                .toList();
        return left.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Entry(factor.subject(), factor.id(), factor.kind(), factor.title(), factor.readBy(), left));
    }

    private void section(Subject subject, List<Entry> entries) {
        section(subject.heading(), entries);
    }

    private void section(String heading, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading + ": " + counted(entries));
        entries.forEach(this::entry);
    }

    private static String counted(List<Entry> entries) {
        return Stream.of(ChangeKind.values())
                .map(kind -> counted(kind, entries))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String counted(ChangeKind kind, List<Entry> entries) {
        long count = entries.stream().filter(entry -> entry.kind() == kind).count();
        return count == 0 ? "" : count + " " + kind.code();
    }

    private void entry(Entry entry) {
        String what = entry.id() + (entry.title().isEmpty() ? "" : ", " + entry.title());
        lines.add("- " + what + ": " + entry.kind().code());
        entry.details().forEach(detail -> lines.add(DETAIL + entry.id() + ": " + detail.text()));
        if (!entry.readBy().isEmpty()) {
            lines.add(DETAIL + "read by " + String.join(", ", entry.readBy()));
        }
    }
}
