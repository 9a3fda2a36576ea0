package org.waymark.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.policy.PolicyEvent.Accepted;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.policy.PolicyEvent.Rejected;
import org.waymark.policy.PolicyEvent.Seen;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.PolicyEvent.Withdrawn;
import tools.jackson.databind.JsonNode;

/** Events as the log keeps them, and as an auditor reads them there. */
final class EventJson {

    private static final String WHAT = "what";
    private static final String SEEN = "seen";

    private EventJson() {}

    static String write(PolicyEvent event) {
        return Json.write(map(event));
    }

    /** The fields of an event, in the order in which they are kept. */
    static Map<String, Object> map(PolicyEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (event instanceof Drafted drafted) {
            put(fields, "drafted", event);
            fields.put("name", drafted.name());
            fields.put("note", drafted.note());
            fields.put("parent", drafted.parent());
        } else if (event instanceof Submitted submitted) {
            put(fields, "submitted", event);
            fields.put("analysis", submitted.analysis());
            fields.put("reason", submitted.reason());
        } else if (event instanceof Accepted accepted) {
            put(fields, "downgrades-accepted", event);
            fields.put("analysis", accepted.analysis());
            fields.put("cases", accepted.cases());
            fields.put("reason", accepted.reason());
        } else if (event instanceof Approved approved) {
            put(fields, "approved", event);
            fields.put("note", approved.note());
            fields.put(SEEN, seen(approved.seen()));
        } else if (event instanceof Rejected rejected) {
            put(fields, "rejected", event);
            fields.put("reason", rejected.reason());
        } else if (event instanceof Activated activated) {
            put(fields, "activated", event);
            fields.put("areas", new TreeSet<>(activated.areas()));
            fields.put("from", activated.from());
            fields.put("reason", activated.reason());
            fields.put(SEEN, seen(activated.seen()));
        } else if (event instanceof Withdrawn withdrawn) {
            put(fields, "activation-withdrawn", event);
            fields.put("areas", new TreeSet<>(withdrawn.areas()));
            fields.put("reason", withdrawn.reason());
        }
        return fields;
    }

    private static List<Map<String, Object>> seen(List<Seen> seen) {
        return seen.stream()
                .map(one -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("id", one.id());
                    shown.put("text", one.text());
                    return shown;
                })
                .toList();
    }

    private static void put(Map<String, Object> fields, String what, PolicyEvent event) {
        fields.put(WHAT, what);
        fields.put("ruleSet", event.hash());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException where it is something else, which no entry of the log may be
     */
    static PolicyEvent read(String json) {
        JsonNode node = Json.read(json);
        String hash = text(node, "ruleSet");
        return switch (node.path(WHAT).asString("")) {
            case "drafted" -> new Drafted(hash, text(node, "name"), text(node, "note"), optional(node, "parent"));
            case "submitted" -> new Submitted(hash, text(node, "analysis"), optional(node, "reason"));
            case "downgrades-accepted" ->
                new Accepted(hash, text(node, "analysis"), texts(node, "cases"), optional(node, "reason"));
            case "approved" -> new Approved(hash, text(node, "note"), seen(node));
            case "rejected" -> new Rejected(hash, text(node, "reason"));
            case "activated" ->
                new Activated(
                        hash,
                        Set.copyOf(texts(node, "areas")),
                        Instant.parse(text(node, "from")),
                        text(node, "reason"),
                        seen(node));
            case "activation-withdrawn" -> new Withdrawn(hash, Set.copyOf(texts(node, "areas")), text(node, "reason"));
            default -> throw new IllegalStateException("the log of rule sets holds an event of no known kind");
        };
    }

    /** None where the event was logged before they were. */
    private static List<Seen> seen(JsonNode node) {
        return node.path(SEEN)
                .valueStream()
                .map(one -> new Seen(text(one, "id"), text(one, "text")))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalStateException("an event of the log of rule sets has no `" + field + "`");
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }
}
