package org.waymark.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.Ledger;
import org.waymark.policy.Ledger.Activation;
import org.waymark.policy.Ledger.InForce;
import org.waymark.policy.Logged;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.Version;

/**
 * A version of the rules that was put in force, or is to be.
 *
 * @param sequence its place in the log of rule sets
 * @param everywhere whether it is for every area that has none of its own
 * @param areas the areas that it names
 * @param ahead whether it is still to come
 * @param before what was in force there until then; nothing for the first
 */
record ActivationView(
        long sequence,
        String hash,
        String name,
        boolean everywhere,
        List<String> areas,
        Instant from,
        boolean ahead,
        String by,
        String reason,
        List<Before> before) {

    private static final String EVERYWHERE = "*";

    /**
     * What was in force.
     *
     * @param areas in which, of those that the activation names, {@code *} for all that have none of their own
     */
    record Before(String hash, String name, List<String> areas) {}

    ActivationView {
        areas = List.copyOf(areas);
        before = List.copyOf(before);
    }

    /** All of them, the latest first. */
    static List<ActivationView> all(Ledger ledger, Instant now) {
        List<ActivationView> all = new ArrayList<>();
        ledger.activations(now).forEach(one -> all.add(of(ledger, one, false)));
        ledger.ahead(now).forEach(one -> all.add(of(ledger, one, true)));
        Collections.reverse(all);
        return all;
    }

    private static ActivationView of(Ledger ledger, Activation one, boolean ahead) {
        Logged logged = ledger.events().get(Math.toIntExact(one.sequence() - 1));
        String reason = logged.event() instanceof Activated activated ? activated.reason() : "";
        return new ActivationView(
                one.sequence(),
                one.hash(),
                name(ledger, one.hash()),
                one.areas().contains(EVERYWHERE),
                one.areas().stream().filter(area -> !area.equals(EVERYWHERE)).toList(),
                one.from(),
                ahead,
                logged.by(),
                reason,
                ahead ? List.of() : before(ledger, one));
    }

    /** What was in force for each of its areas: their own rules, or else those for everywhere. */
    private static List<Before> before(Ledger ledger, Activation one) {
        SortedMap<String, InForce> inForce = ledger.before(one);
        Map<String, TreeSet<String>> areas = new LinkedHashMap<>();
        one.areas().forEach(area -> {
            @Nullable InForce was = inForce.getOrDefault(area, inForce.get(EVERYWHERE));
            if (was != null) {
                areas.computeIfAbsent(was.hash(), none -> new TreeSet<>()).add(area);
            }
        });
        return areas.entrySet().stream()
                .map(was -> new Before(was.getKey(), name(ledger, was.getKey()), List.copyOf(was.getValue())))
                .toList();
    }

    private static String name(Ledger ledger, String hash) {
        return ledger.version(hash).map(Version::name).orElse(hash);
    }
}
