package org.waymark.ruleset;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Catalogue;
import org.waymark.screening.rule.Place;

/** Reads what a manifest says to people: none of it is needed to screen, but what is there must be in order. */
final class NotesReader {

    private final String file;
    private final Faults faults;

    NotesReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    Notes read(Map<?, ?> manifest) {
        return new Notes(
                day(manifest.get("effectiveFrom")),
                manifest.get("owner") == null ? "" : text(manifest.get("owner"), "owner"),
                changes(manifest.get("changes")),
                levels(manifest.get("levels")),
                names(manifest.get("rules"), "rules"),
                names(manifest.get("groups"), "groups"),
                names(manifest.get("attributes"), "attributes"));
    }

    /**
     * Reports every name that is given to a group or attribute which the catalogue does not have. A title whose rule is
     * gone is let be: whoever takes a rule out should not be stopped by it.
     */
    void check(Notes notes, Catalogue catalogue) {
        known("groups", notes.groups().keySet(), catalogue.groups());
        known("attributes", notes.attributes().keySet(), catalogue.areaAttributes());
    }

    private void known(String field, Collection<String> named, Collection<String> known) {
        named.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        fault("`" + field + "` names `" + name + "`, which is not there", Spelling.fix(name, known)));
    }

    /** YAML reads a bare day as a moment at midnight, UTC. */
    private String day(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : text(value, "effectiveFrom");
    }

    private List<String> changes(@Nullable Object value) {
        List<String> changes = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(change -> changes.add(text(change, "changes")));
        } else if (value != null) {
            fault("`changes` is not a list", "put `- ` before each change");
        }
        return changes;
    }

    private Map<String, String> levels(@Nullable Object value) {
        Map<String, String> meanings = new LinkedHashMap<>();
        if (value instanceof List<?> list) {
            for (Object level : list) {
                if (level instanceof Map<?, ?> fields && fields.get("meaning") != null) {
                    meanings.put(String.valueOf(fields.get("name")), text(fields.get("meaning"), "levels.meaning"));
                }
            }
        }
        return meanings;
    }

    private Map<String, String> names(@Nullable Object value, String field) {
        Map<String, String> names = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((code, name) -> names.put(String.valueOf(code), text(name, field + "." + code)));
        } else if (value != null) {
            fault("`" + field + "` is not a list of names", "such as `group: \"what its factors are\"`");
        }
        return names;
    }

    private String text(@Nullable Object value, String field) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        fault("`" + field + "` is missing or not a text", "put it in quotes");
        return "";
    }

    private void fault(String message, String fix) {
        faults.add(new Place(file, 1, 1), message, fix);
    }
}
