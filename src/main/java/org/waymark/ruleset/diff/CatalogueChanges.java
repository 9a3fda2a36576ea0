package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.words.Names;

/** Factors, groups and areas that were added, removed or changed. */
final class CatalogueChanges {

    private final Catalogue before;
    private final Catalogue after;
    private final Names namesBefore;
    private final Names namesAfter;
    private final Readers readers;

    CatalogueChanges(CheckedRules before, CheckedRules after) {
        this.before = before.catalogue();
        this.after = after.catalogue();
        this.namesBefore = new Names(before);
        this.namesAfter = new Names(after);
        this.readers = new Readers(before, after);
    }

    List<Entry> factors() {
        return Keyed.compare(
                byId(before),
                byId(after),
                (id, factor) -> List.of(
                        entry(factor, ChangeKind.ADDED, List.of(Detail.added("factor", id, described(factor), null)))),
                (id, factor) -> List.of(entry(
                        factor, ChangeKind.REMOVED, List.of(Detail.removed("factor", id, described(factor), null)))),
                (id, was, is) -> changed(was, is));
    }

    private static Map<String, Factor> byId(Catalogue catalogue) {
        Map<String, Factor> byId = new LinkedHashMap<>();
        catalogue.factors().forEach(factor -> byId.put(factor.id(), factor));
        return byId;
    }

    private Entry entry(Factor factor, ChangeKind kind, List<Detail> details) {
        return new Entry(Subject.FACTOR, factor.id(), kind, factor.label(), readers.ofFactor(factor.id()), details);
    }

    private static String described(Factor factor) {
        return "kind " + factor.kind().code() + (factor.unit().isEmpty() ? "" : " in " + factor.unit())
                + ", part of life " + factor.domain() + ": " + factor.definition();
    }

    private List<Entry> changed(Factor was, Factor is) {
        List<Detail> details = new ArrayList<>();
        for (FactorField field : FactorField.values()) {
            details.addAll(
                    field.isText()
                            ? Detail.ifOtherText(field.words(), field.of(was), field.of(is))
                            : Detail.ifOther("", field.words(), field.of(was), field.of(is)));
        }
        return details.isEmpty() ? List.of() : List.of(entry(is, ChangeKind.CHANGED, details));
    }

    List<Entry> groups() {
        return Keyed.compare(
                members(before),
                members(after),
                (name, now) -> List.of(group(name, ChangeKind.ADDED, namesAfter, members(Set.of(), now))),
                (name, old) -> List.of(group(name, ChangeKind.REMOVED, namesBefore, members(old, Set.of()))),
                (name, old, now) -> old.equals(now)
                        ? List.of()
                        : List.of(group(name, ChangeKind.CHANGED, namesAfter, members(old, now))));
    }

    private static Map<String, Set<String>> members(Catalogue catalogue) {
        return table(catalogue.groups(), catalogue::group);
    }

    private static Map<String, Set<String>> table(Set<String> names, Function<String, Set<String>> rows) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        names.forEach(name -> table.put(name, rows.apply(name)));
        return table;
    }

    private Entry group(String name, ChangeKind kind, Names names, List<Detail> details) {
        return new Entry(Subject.GROUP, name, kind, names.group(name).text(), readers.ofGroup(name), details);
    }

    private List<Detail> members(Set<String> old, Set<String> now) {
        return Keyed.names(
                old,
                now,
                (factor, isNew) -> isNew
                        ? Detail.added("member", factor, "now holds " + named(after, factor), Direction.MORE_CASES)
                        : Detail.removed(
                                "member", factor, "no longer holds " + named(before, factor), Direction.FEWER_CASES));
    }

    private static String named(Catalogue catalogue, String factor) {
        return "`" + factor + "` (" + catalogue.require(factor).label() + ")";
    }

    List<Entry> areas() {
        return Keyed.compare(
                table(before.areas(), before::attributesOf),
                table(after.areas(), after::attributesOf),
                (area, now) -> List.of(area(area, ChangeKind.ADDED, attributes(Set.of(), now))),
                (area, old) -> List.of(area(area, ChangeKind.REMOVED, attributes(old, Set.of()))),
                (area, old, now) ->
                        old.equals(now) ? List.of() : List.of(area(area, ChangeKind.CHANGED, attributes(old, now))));
    }

    private static Entry area(String area, ChangeKind kind, List<Detail> details) {
        return new Entry(Subject.AREA, area, kind, "", List.of(), details);
    }

    private List<Detail> attributes(Set<String> old, Set<String> now) {
        return Keyed.names(
                old,
                now,
                (attribute, isNew) -> isNew
                        ? Detail.added("attribute", attribute, "now has " + namesAfter.attribute(attribute), null)
                        : Detail.removed(
                                "attribute", attribute, "no longer has " + namesBefore.attribute(attribute), null));
    }
}
