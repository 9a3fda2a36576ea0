package org.waymark.trail.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.assessment.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the content of an entry names: the rules that were asked, and the entries that counted as history. */
final class References {

    private static final String HISTORY = "history";
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern ENTRY = Pattern.compile("[a-z0-9-]{1,200}:\\d{10}");

    private References() {}

    /** The hash of the rule set that a text names: {@code {"ruleSet": {"hash": …}}}. */
    static Optional<String> ruleSet(String text) {
        return json(text)
                .map(read -> read.path("ruleSet").path("hash").asString(""))
                .filter(hash -> HASH.matcher(hash).matches());
    }

    /** The ids of the entries in the text {@code history}: {@code ["…", …]}. */
    static List<String> history(Map<String, String> content) {
        return Optional.ofNullable(content.get(HISTORY))
                .flatMap(References::json)
                .filter(JsonNode::isArray)
                .map(read -> read.valueStream()
                        .map(one -> one.asString(""))
                        .filter(id -> ENTRY.matcher(id).matches())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.read(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
