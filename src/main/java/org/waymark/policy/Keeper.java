package org.waymark.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.policy.Ledger.InForce;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetInForce.Ready;
import org.waymark.screening.rule.RuleSet;

/**
 * Puts in force, on this node, what the log says. A version that cannot be made ready never screens: the last good one
 * stays, and {@link RuleSetInForce#trouble()} says so.
 */
public final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** How long before its moment a version is made ready, so that it screens from that moment on. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final PolicyLog log;
    private final ReadySets sets;
    private final RuleSetInForce inForce;

    Keeper(PolicyLog log, ReadySets sets, RuleSetInForce inForce) {
        this.log = log;
        this.sets = sets;
        this.inForce = inForce;
    }

    /** Looks once, and swaps in what is due. Called again and again, by one thread at a time. */
    synchronized void look() {
        Ledger ledger = log.read();
        Instant now = log.now();
        SortedMap<String, InForce> due = ledger.inForce(now);
        Set<String> wanted = new HashSet<>();
        due.values().forEach(one -> wanted.add(one.hash()));
        ahead(ledger, now).forEach(hash -> {
            wanted.add(hash);
            sets.of(hash, now);
        });
        swap(due, wanted, now);
        sets.keepOnly(wanted, now);
    }

    private static Set<String> ahead(Ledger ledger, Instant now) {
        Set<String> soon = new HashSet<>();
        ledger.ahead(now).stream()
                .filter(one -> one.from().isBefore(now.plus(AHEAD)))
                .forEach(one -> soon.add(one.hash()));
        return soon;
    }

    private void swap(SortedMap<String, InForce> due, Set<String> wanted, Instant now) {
        SortedMap<String, Ready> before = inForce.all();
        SortedMap<String, Ready> after = new TreeMap<>();
        SortedMap<String, String> faults = new TreeMap<>();
        due.forEach((area, one) -> {
            Optional<Ready> ready = sets.of(one.hash(), now).map(set -> ready(set, one, before.get(area)));
            ready.ifPresentOrElse(found -> after.put(area, found), () -> {
                faults.put(area, one.hash() + ": " + sets.fault(one.hash()).orElse("not ready"));
                lastGood(before, area).ifPresent(good -> {
                    wanted.add(good.ruleSet().hash());
                    after.put(area, good);
                });
            });
        });
        inForce.trouble(faults);
        if (!after.equals(before)) {
            inForce.swap(after);
            after.forEach((area, ready) -> LOG.info(
                    "Rules {} ({}) are in force for {}",
                    ready.ruleSet().name(),
                    ready.ruleSet().hash(),
                    area.equals(RuleSetInForce.EVERYWHERE) ? "every area without its own" : area));
        }
    }

    /** The same object where nothing changed, so that nothing is swapped for itself. */
    private static Ready ready(RuleSet set, InForce due, @org.jspecify.annotations.Nullable Ready before) {
        boolean same = before != null
                && before.ruleSet().hash().equals(set.hash())
                && before.since().equals(due.since());
        return same && before != null ? before : Ready.of(set, due.since());
    }

    private static Optional<Ready> lastGood(Map<String, Ready> before, String area) {
        return Optional.ofNullable(before.getOrDefault(area, before.get(RuleSetInForce.EVERYWHERE)));
    }
}
