package org.waymark.trail.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.assessment.Json;
import org.waymark.trail.SealedEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the content of an entry names: the rules that were asked, the entries that counted as history, and those whose
 * content was erased.
 */
final class References {

    private static final String HISTORY = "history";

    /** The kind of entry that records an erasure, and the one text of such an entry. */
    private static final String ERASED = "erased";

    private static final String ERASURE = "erasure";
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

    /**
     * The ids of the entries whose content went with this one, about the same person as it is: nobody erases what is
     * about another. None where it records no erasure.
     */
    static List<String> erased(SealedEntry entry) {
        if (!entry.kind().equals(ERASED) || !(entry.body() instanceof SealedEntry.Open open)) {
            return List.of();
        }
        String theirs = entry.person().pseudonym() + ":";
        return Optional.ofNullable(open.texts().get(ERASURE))
                .flatMap(References::json)
                .map(read -> read.path("entries")
                        .valueStream()
                        .map(one -> one.asString(""))
                        .filter(id -> ENTRY.matcher(id).matches() && id.startsWith(theirs))
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
