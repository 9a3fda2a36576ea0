package org.waymark.ruleset.diff;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.Notes;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Manifest;

/** What the rule set says of itself, field by field: names of pathways and levels, and what it calls things. */
final class ManifestChanges {

    private ManifestChanges() {}

    static List<Entry> entries(CheckedRules before, CheckedRules after) {
        return Keyed.compare(
                fields(before),
                fields(after),
                (field, now) -> List.of(
                        entry(field, ChangeKind.ADDED, Detail.added(field, now, "is now \"" + now + "\"", null))),
                (field, old) -> List.of(
                        entry(field, ChangeKind.REMOVED, Detail.removed(field, old, "was \"" + old + "\"", null))),
                (field, old, now) -> Detail.ifOtherText("the text", old, now).stream()
                        .map(detail -> entry(field, ChangeKind.CHANGED, detail))
                        .toList());
    }

    private static Entry entry(String field, ChangeKind kind, Detail detail) {
        return new Entry(Subject.MANIFEST, field, kind, "", List.of(), List.of(detail));
    }

    private static Map<String, String> fields(CheckedRules rules) {
        Manifest manifest = rules.manifest();
        Notes notes = rules.notes();
        Map<String, String> fields = new TreeMap<>();
        put(fields, "name", manifest.name());
        put(fields, "levels", String.join(", ", manifest.levels()));
        put(fields, "effective from", notes.effectiveFrom());
        put(fields, "owner", notes.owner());
        put(fields, "changes", String.join(" ", notes.changes()));
        for (Pathway pathway : Pathway.values()) {
            String of = "pathway " + pathway.code();
            put(fields, of + ", name", manifest.pathwayNames().getOrDefault(pathway, ""));
            put(fields, of + ", legal basis", manifest.legalBases().getOrDefault(pathway, ""));
        }
        notes.levels().forEach((level, text) -> put(fields, "level " + level, text));
        notes.rules().forEach((rule, text) -> put(fields, "rule " + rule, text));
        notes.groups().forEach((group, text) -> put(fields, "group " + group, text));
        notes.attributes().forEach((attribute, text) -> put(fields, "attribute " + attribute, text));
        return fields;
    }

    private static void put(Map<String, String> fields, String field, String text) {
        if (!text.isEmpty()) {
            fields.put(field, text);
        }
    }
}
