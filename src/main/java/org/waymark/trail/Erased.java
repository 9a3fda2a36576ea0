package org.waymark.trail;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.assessment.Json;
import tools.jackson.databind.JsonNode;

/** What the entries say that record an erasure. Their content is open, and stays for good. */
final class Erased {

    /** The one text of such an entry. */
    static final String ERASURE = "erasure";

    private static final String ENTRIES = "entries";

    private Erased() {}

    /**
     * What an entry says that records an erasure.
     *
     * @param entries the ids of those whose content goes
     */
    static Map<String, String> content(Erasure.Order order, List<String> entries) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("scope", order.decisionId() == null ? "young-person" : "contact");
        if (order.decisionId() != null) {
            said.put("decisionId", order.decisionId());
        }
        said.put("reasonCode", order.reasonCode());
        said.put("reason", order.reason());
        said.put(ENTRIES, entries);
        return Map.of(ERASURE, Json.write(said));
    }

    /** The ids of those whose content went with this one; none where it records no erasure. */
    static List<String> named(Entry entry) {
        String said = entry.content().get(ERASURE);
        return entry.kind() != Kind.ERASED || said == null
                ? List.of()
                : Json.read(said)
                        .path(ENTRIES)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
    }

    /**
     * The entries without what one of them says is erased, whether its key is gone yet or not: from the moment that an
     * erasure is recorded nobody reads, or adds to, what goes with it.
     */
    static List<Entry> in(List<Entry> entries) {
        Set<String> gone = new HashSet<>();
        entries.forEach(entry -> gone.addAll(named(entry)));
        return entries.stream()
                .map(entry -> gone.contains(entry.id()) && !entry.erased() ? entry.withoutContent() : entry)
                .toList();
    }
}
