package org.waymark.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.ruleset.diff.Entry;

/**
 * A change of what a factor means, or of a group, against what is in force: what whoever approves a version must see
 * before all else.
 *
 * @param id by which an approver says that they have seen it; another change of the same factor has another
 * @param areas in which what is in force is other, {@code *} for all that have none of their own
 * @param entry what is other
 */
public record FirstChange(String id, List<String> areas, Entry entry) {

    public FirstChange {
        areas = List.copyOf(areas);
    }

    static FirstChange of(Entry entry, List<String> areas) {
        List<String> said = new ArrayList<>();
        said.add(entry.kind().code());
        entry.details().forEach(detail -> said.add(detail.text()));
        String id = entry.subject().code() + ":" + entry.id() + ":" + Digest.brief(said);
        return new FirstChange(id, areas, entry);
    }

    /** The same change, against what is in force elsewhere too. */
    FirstChange in(List<String> more) {
        List<String> all = new ArrayList<>(areas);
        all.addAll(more);
        return new FirstChange(id, all.stream().sorted().toList(), entry);
    }

    /** In words, on one line. */
    public String text() {
        return entry.subject().code() + " " + entry.id() + " " + entry.kind().code() + ": "
                + entry.details().stream().map(detail -> detail.text()).collect(Collectors.joining("; "));
    }

    PolicyEvent.Seen seen() {
        return new PolicyEvent.Seen(id, text());
    }
}
