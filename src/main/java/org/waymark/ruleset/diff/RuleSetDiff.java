package org.waymark.ruleset.diff;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.ruleset.CheckedRules;

/**
 * What is other in one rule set than in another. Things are the same by their ids, wherever they stand in the files, and
 * an order that decides nothing is not compared; nor are scenarios.
 *
 * @param before the rule set that is compared with
 * @param after the rule set that comes after it
 * @param first what whoever approves must see before all else: groups that changed, and factors of which the class or
 *     the definition did, or that are gone; each stands in its own list as well
 * @param rules lines of rules, by their ids
 * @param factors by their ids
 * @param groups by their names
 * @param areas by their codes
 * @param bankHolidays by their days
 * @param manifest names and notes, by their fields
 */
public record RuleSetDiff(
        Version before,
        Version after,
        List<Entry> first,
        List<Entry> rules,
        List<Entry> factors,
        List<Entry> groups,
        List<Entry> areas,
        List<Entry> bankHolidays,
        List<Entry> manifest) {

    /**
     * One of the two rule sets.
     *
     * @param name as its manifest has it
     * @param hash of its files
     */
    public record Version(String name, String hash) {}

    public RuleSetDiff {
        first = List.copyOf(first);
        rules = List.copyOf(rules);
        factors = List.copyOf(factors);
        groups = List.copyOf(groups);
        areas = List.copyOf(areas);
        bankHolidays = List.copyOf(bankHolidays);
        manifest = List.copyOf(manifest);
    }

    /** What is other in the second than in the first. */
    public static RuleSetDiff of(CheckedRules before, CheckedRules after) {
        CatalogueChanges catalogue = new CatalogueChanges(before, after);
        List<Entry> factors = catalogue.factors();
        List<Entry> groups = catalogue.groups();
        return new RuleSetDiff(
                version(before),
                version(after),
                first(factors, groups),
                new RuleChanges(before, after).entries(),
                factors,
                groups,
                catalogue.areas(),
                HolidayChanges.entries(before.workingDays(), after.workingDays()),
                ManifestChanges.entries(before, after));
    }

    private static Version version(CheckedRules rules) {
        return new Version(rules.manifest().name(), rules.hash());
    }

    /** A new factor takes nothing from what is recorded, and a group that holds it says so itself. */
    private static List<Entry> first(List<Entry> factors, List<Entry> groups) {
        Stream<Entry> classes = factors.stream()
                .filter(entry -> entry.kind() != ChangeKind.ADDED)
                .map(RuleSetDiff::shownFirst)
                .filter(entry -> !entry.details().isEmpty());
        return Stream.concat(classes, groups.stream()).toList();
    }

    private static Entry shownFirst(Entry factor) {
        List<Detail> details = factor.kind() == ChangeKind.REMOVED
                ? factor.details()
                : factor.details().stream().filter(FactorField::isShownFirst).toList();
        return new Entry(factor.subject(), factor.id(), factor.kind(), factor.title(), factor.readBy(), details);
    }

    /** Everything that is other, once, rules before what they read. */
    public List<Entry> all() {
        return Stream.of(rules, factors, groups, areas, bankHolidays, manifest)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether nothing is other; the files may still differ in their order, their comments or their scenarios. */
    public boolean same() {
        return all().isEmpty();
    }

    /** Lines of rules that are gone, or of which anything goes to the side on which less is done for somebody. */
    public List<Entry> lowering() {
        return rules.stream().filter(Entry::lowers).toList();
    }

    /** In plain English, one statement a line, what belongs to it indented below it. */
    public List<String> lines() {
        return new DiffLines(this).lines();
    }
}
