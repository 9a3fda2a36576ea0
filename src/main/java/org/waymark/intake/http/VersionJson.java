package org.waymark.intake.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.policy.First;
import org.waymark.policy.FirstChange;
import org.waymark.policy.Ledger;
import org.waymark.policy.Ledger.Activation;
import org.waymark.policy.Logged;
import org.waymark.policy.PolicyEvent;
import org.waymark.policy.Version;
import org.waymark.ruleset.diff.Detail;
import org.waymark.ruleset.diff.Entry;

/** A version of the rules as callers see it. */
final class VersionJson {

    private final Ledger ledger;
    private final Instant now;

    VersionJson(Ledger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** One line of the list. */
    Map<String, Object> line(Version version) {
        Map<String, Object> shown = new LinkedHashMap<>();
        SortedMap<String, Instant> inForce = inForce(version);
        shown.put("name", version.name());
        shown.put("hash", version.hash());
        shown.put("state", ledger.state(version, now));
        shown.put("areas", inForce.keySet());
        shown.put("since", inForce);
        shown.put(
                "ahead",
                ledger.ahead(version.hash(), now).stream()
                        .map(VersionJson::ahead)
                        .toList());
        shown.put("author", version.author());
        shown.put("note", version.note());
        shown.put("parent", version.parent());
        shown.put("draftedAt", version.draftedAt());
        return shown;
    }

    private SortedMap<String, Instant> inForce(Version version) {
        SortedMap<String, Instant> since = new TreeMap<>();
        ledger.inForce(now).forEach((area, one) -> {
            if (one.hash().equals(version.hash())) {
                since.put(area, one.since());
            }
        });
        return since;
    }

    private static Map<String, Object> ahead(Activation activation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("areas", activation.areas());
        shown.put("from", activation.from());
        return shown;
    }

    /**
     * All of it: what an approver looks at first, and what happened to it, oldest first.
     *
     * @param events as far as the caller may know of them
     * @param covered of which cases the references are shown
     */
    Map<String, Object> whole(Version version, First first, List<Logged> events, Covered covered) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("first", first(first, covered));
        shown.putAll(line(version));
        shown.put("events", events.stream().map(VersionJson::event).toList());
        return shown;
    }

    private static Map<String, Object> first(First first, Covered covered) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("changes", first.changes().stream().map(VersionJson::change).toList());
        shown.put("fault", first.fault());
        shown.put("downgrades", covered.cases(first.downgrades()));
        return shown;
    }

    private static Map<String, Object> change(FirstChange change) {
        Entry entry = change.entry();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", change.id());
        shown.put("areas", change.areas());
        shown.put("subject", entry.subject());
        shown.put("of", entry.id());
        shown.put("title", entry.title());
        shown.put("kind", entry.kind());
        shown.put("lines", entry.details().stream().map(Detail::text).toList());
        shown.put("readBy", entry.readBy());
        return shown;
    }

    private static Map<String, Object> event(Logged logged) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", logged.at());
        shown.put("by", logged.by());
        shown.putAll(PolicyEvent.fields(logged.event()));
        return shown;
    }
}
