package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds texts that somebody wrote freely, and which may therefore speak of other people. */
final class OthersTexts {

    /** Fields that hold such texts, wherever they stand. */
    private static final Set<String> FREE = Set.of(
            "note",
            "childsView",
            "parentsView",
            "parentsInformedReason",
            "strengths",
            "communicationNeeds",
            "safeContact",
            "said",
            "household",
            "rationale",
            "reason",
            "finding",
            "result",
            "by");

    private OthersTexts() {}

    /** The JSON pointer of each, and which entry it stands in. */
    static List<Map<String, Object>> in(JsonNode entries) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            JsonNode entry = entries.get(index);
            // What the rules say of a decision is written by nobody.
            for (Map.Entry<String, JsonNode> part : entry.properties()) {
                if (!part.getKey().equals(EntryContent.DECISION)
                        && !part.getKey().equals(EntryContent.TRIED)) {
                    find(part.getValue(), "/entries/" + index + "/" + part.getKey(), entry, found);
                }
            }
        }
        return found;
    }

    private static void find(JsonNode node, String pointer, JsonNode entry, List<Map<String, Object>> found) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = pointer + "/" + field.getKey();
            JsonNode value = field.getValue();
            if (FREE.contains(field.getKey()) && (value.isString() || value.isArray())) {
                found.add(place(at, entry));
            } else {
                find(value, at, entry, found);
            }
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            find(node.get(index), pointer + "/" + index, entry, found);
        }
    }

    private static Map<String, Object> place(String pointer, JsonNode entry) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("pointer", pointer);
        place.put("sequence", entry.path("sequence").asLong());
        return place;
    }
}
