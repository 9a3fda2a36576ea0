package org.waymark.pages.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.assessment.Json;

/** What somebody typed, field by field and to the letter; a field that is left empty is not there. */
final class Typed {

    private final Map<String, String> fields;

    private Typed(Map<String, String> fields) {
        this.fields = new TreeMap<>(fields);
    }

    static Typed nothing() {
        return new Typed(Map.of());
    }

    /** As {@link #json()} wrote it. */
    static Typed of(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.read(json)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return new Typed(fields);
    }

    String json() {
        return Json.write(fields);
    }

    /** What stands in a field; empty where nothing does. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !get(field).isEmpty();
    }

    /** The same with other fields of a section; those that are empty now are gone. */
    Typed with(Map<String, String> section) {
        Typed changed = new Typed(fields);
        section.forEach((name, value) -> {
            String said = value.strip();
            if (said.isEmpty()) {
                changed.fields.remove(name);
            } else {
                changed.fields.put(name, said);
            }
        });
        return changed;
    }
}
