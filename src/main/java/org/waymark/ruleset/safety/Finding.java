package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One thing that the search found, with the smallest case that shows it.
 *
 * @param promise what is not kept, or not kept by the rules alone
 * @param says what happens, as one sentence
 * @param details how: what came out, and which rules and guards did it, a line each
 * @param rules ids of the rules that do it, in order; empty where a guard does
 * @param assessment the smallest case, as JSON that {@code screen} takes
 * @param comparedWith the case that it is held against, likewise; empty where it stands by itself
 * @param cases how many cases of those screened show the same
 */
public record Finding(
        Promise promise,
        String says,
        List<String> details,
        List<String> rules,
        String assessment,
        String comparedWith,
        long cases) {

    public Finding {
        details = List.copyOf(details);
        rules = List.copyOf(rules);
    }

    /** For people, the promise first; the cases last, each on a line of its own, the one that is held against first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(says + " (" + promise.says() + ")");
        details.forEach(detail -> lines.add("    " + detail));
        if (cases > 1) {
            lines.add(String.format(Locale.ROOT, "    the same in %,d more of the cases screened", cases - 1));
        }
        Stream.of(comparedWith, assessment).filter(json -> !json.isEmpty()).forEach(json -> lines.add("    " + json));
        return List.copyOf(lines);
    }
}
