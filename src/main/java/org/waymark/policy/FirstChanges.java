package org.waymark.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.policy.PolicyEvent.Seen;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.diff.Entry;
import org.waymark.ruleset.diff.RuleSetDiff;

/** What of a version must be seen before all else, against whatever is in force. */
final class FirstChanges {

    /** Comparing two versions takes seconds, and what came of it never changes. */
    private static final int MOST_KEPT = 64;

    private record Pair(String before, String after) {}

    private final RuleSetArchive archive;
    private final Map<Pair, List<Entry>> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, List<Entry>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    FirstChanges(RuleSetArchive archive) {
        this.archive = archive;
    }

    /**
     * The changes of a version against every other that is in force, by their ids.
     *
     * @throws PolicyRefusal where one of them cannot be read any more, so that nobody can say what changes
     */
    List<FirstChange> of(Ledger ledger, String hash, Instant now) throws PolicyRefusal {
        SortedMap<String, List<String>> areas = new TreeMap<>();
        ledger.inForce(now)
                .forEach((area, one) -> areas.computeIfAbsent(one.hash(), none -> new ArrayList<>())
                        .add(area));
        areas.remove(hash);
        SortedMap<String, FirstChange> changes = new TreeMap<>();
        for (Map.Entry<String, List<String>> inForce : areas.entrySet()) {
            for (Entry entry : between(inForce.getKey(), hash)) {
                FirstChange change = FirstChange.of(entry, inForce.getValue());
                changes.merge(change.id(), change, (one, other) -> one.in(other.areas()));
            }
        }
        return List.copyOf(changes.values());
    }

    private List<Entry> between(String before, String after) throws PolicyRefusal {
        Pair pair = new Pair(before, after);
        synchronized (kept) {
            List<Entry> known = kept.get(pair);
            if (known != null) {
                return known;
            }
        }
        List<Entry> found = RuleSetDiff.of(rules(before), rules(after)).first();
        synchronized (kept) {
            kept.put(pair, found);
        }
        return found;
    }

    private CheckedRules rules(String hash) throws PolicyRefusal {
        RuleFiles files = archive.files(hash)
                .orElseThrow(() -> new IllegalStateException("the files of the rule set " + hash + " are lost"));
        try {
            return RuleSetReader.check(files);
        } catch (RuleSetRejected rejected) {
            throw new PolicyRefusal(
                    Why.NOT_NOW,
                    "nobody can say what changes: version " + hash + " cannot be read any more, "
                            + rejected.describe());
        }
    }

    /**
     * Holds what somebody says they have seen against what there is to see.
     *
     * @param before what was seen earlier
     * @param named ids of what they have seen now
     * @return the changes that they name
     * @throws PolicyRefusal where a change is neither, or an id is that of no change
     */
    static List<Seen> seen(List<FirstChange> changes, List<Seen> before, List<String> named) throws PolicyRefusal {
        Set<String> known = changes.stream().map(FirstChange::id).collect(Collectors.toSet());
        List<String> strange = named.stream().filter(id -> !known.contains(id)).toList();
        if (!strange.isEmpty()) {
            throw new PolicyRefusal(
                    Why.INVALID,
                    "`" + String.join("`, `", strange) + "` in `seen` is no change against what is in force now;"
                            + " look at `first` of the version again");
        }
        Set<String> earlier = before.stream().map(Seen::id).collect(Collectors.toSet());
        List<FirstChange> left = changes.stream()
                .filter(change -> !named.contains(change.id()) && !earlier.contains(change.id()))
                .toList();
        if (!left.isEmpty()) {
            throw new PolicyRefusal(
                    Why.INVALID,
                    "the version changes what factors mean, or groups; look at each change and name it in `seen`:\n"
                            + left.stream()
                                    .map(change -> "- `" + change.id() + "`: " + change.text())
                                    .collect(Collectors.joining("\n")));
        }
        return changes.stream()
                .filter(change -> named.contains(change.id()))
                .map(FirstChange::seen)
                .toList();
    }
}
