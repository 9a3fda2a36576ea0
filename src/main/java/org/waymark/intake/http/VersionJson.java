package org.waymark.intake.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.policy.Ledger;
import org.waymark.policy.Logged;
import org.waymark.policy.PolicyEvent;
import org.waymark.policy.State;
import org.waymark.policy.Version;

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
        State state = ledger.state(version, now);
        shown.put("name", version.name());
        shown.put("hash", version.hash());
        shown.put("state", state);
        shown.put("areas", areas(version));
        shown.put("author", version.author());
        shown.put("note", version.note());
        shown.put("parent", version.parent());
        shown.put("draftedAt", version.draftedAt());
        return shown;
    }

    private List<String> areas(Version version) {
        return ledger.inForce(now).entrySet().stream()
                .filter(one -> one.getValue().hash().equals(version.hash()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All of it: what happened to it, too, oldest first. */
    Map<String, Object> whole(Version version) {
        Map<String, Object> shown = line(version);
        shown.put("events", version.events().stream().map(VersionJson::event).toList());
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
