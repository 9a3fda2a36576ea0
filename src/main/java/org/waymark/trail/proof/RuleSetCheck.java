package org.waymark.trail.proof;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.waymark.trail.proof.ExportLine.RuleSetFiles;

/**
 * Rule sets: each stands directly before the first entry that names it, once, and its files are those that its name is
 * the hash of.
 */
final class RuleSetCheck {

    private final RuleSetHash hash;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Long> waiting = new LinkedHashMap<>();
    private final Set<String> missed = new LinkedHashSet<>();

    RuleSetCheck(RuleSetHash hash, Faults faults) {
        this.hash = hash;
        this.faults = faults;
    }

    int count() {
        return known.size();
    }

    void files(long line, RuleSetFiles files) {
        String is = hash.of(files.files());
        if (!is.equals(files.hash())) {
            faults.add(line, "hash", "the files are not those of this rule set: their hash is `" + is + "`");
        }
        if (!known.add(files.hash())) {
            faults.add(line, "hash", "this rule set stands in the file already");
        }
        waiting.put(files.hash(), line);
    }

    void entry(long line, String id, Set<String> named) {
        named.forEach(waiting::remove);
        end();
        named.stream()
                .filter(one -> !known.contains(one) && missed.add(one))
                .forEach(one -> faults.add(
                        line,
                        id,
                        "content",
                        "it names the rule set `" + one + "`, whose files do not stand before it"));
    }

    /** All is read, or an entry that names others: what waits for one that names it is out of place. */
    void end() {
        waiting.forEach((name, at) -> faults.add(
                at, "hash", "the entry behind it does not name this rule set, or does so for a second time"));
        waiting.clear();
    }
}
