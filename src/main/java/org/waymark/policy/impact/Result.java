package org.waymark.policy.impact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.Pass;
import org.waymark.screening.Verdict;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Manifest;

/**
 * What one rule set makes of one case, as far as it is compared.
 *
 * @param urgency the most urgent of its pathways and actions, null where there are none
 * @param beside the services, actions and blocks, each as {@code service alcohol}
 * @param fired each line that fired, with what it gave
 */
record Result(
        Map<Pathway, Path> paths, @Nullable Urgency urgency, Set<String> beside, Map<String, Set<Conclusions>> fired) {

    /**
     * A recommended pathway.
     *
     * @param rank how high its level is in its own rule set, from 0; a pathway without a level has the lowest
     */
    record Path(@Nullable String level, int rank, Urgency urgency) {}

    static Result of(Pass pass, Manifest manifest) {
        Verdict verdict = pass.verdict();
        Map<Pathway, Path> paths = new EnumMap<>(Pathway.class);
        verdict.pathways().forEach((pathway, path) -> {
            String level = path.level();
            paths.put(pathway, new Path(level, level == null ? 0 : manifest.rank(level), path.urgency()));
        });
        return new Result(
                Collections.unmodifiableMap(paths), verdict.urgency().orElse(null), beside(verdict), fired(pass));
    }

    private static Set<String> beside(Verdict verdict) {
        Set<String> beside = new TreeSet<>();
        verdict.services().keySet().forEach(one -> beside.add("service " + one.code()));
        verdict.actions().keySet().forEach(one -> beside.add("action " + one.code()));
        verdict.blocks().keySet().forEach(one -> beside.add("block " + one.code()));
        return beside;
    }

    private static Map<String, Set<Conclusions>> fired(Pass pass) {
        Map<String, Set<Conclusions>> fired = new TreeMap<>();
        pass.firings()
                .forEach(firing -> fired.computeIfAbsent(firing.rule().id(), none -> new LinkedHashSet<>())
                        .add(firing.conclusions()));
        return fired;
    }

    /** The pathway that leads, null where no threshold was met. */
    @Nullable
    Pathway primary() {
        return paths.keySet().stream().findFirst().orElse(null);
    }
}
