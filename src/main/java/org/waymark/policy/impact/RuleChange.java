package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;

/** A line of the rules that made a difference to a case. */
public record RuleChange(String rule, How how) implements Comparable<RuleChange> {

    /** What is different about it. */
    public enum How implements Coded {
        /** It fired under the rules in force and does not under the candidate. */
        FIRES_NO_LONGER,
        FIRES_NOW,
        /** It fires under both, and gives something else. */
        GIVES_OTHERWISE;

        String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public int compareTo(RuleChange other) {
        int byRule = rule.compareTo(other.rule);
        return byRule == 0 ? how.compareTo(other.how) : byRule;
    }

    /** As a sentence's part: {@code SG-12 fires no longer}. */
    public String words() {
        return rule + " " + how.words();
    }

    /**
     * The lines that made the difference between two results: of all that changed, those that speak to a pathway that
     * changed; where no pathway did, those that speak of urgency; and where there is none of these, all.
     */
    static List<RuleChange> between(Result before, Result after) {
        Set<Pathway> changed = Direction.changed(before, after);
        List<RuleChange> all = new ArrayList<>();
        List<RuleChange> telling = new ArrayList<>();
        Set<String> lines = new TreeSet<>(before.fired().keySet());
        lines.addAll(after.fired().keySet());
        for (String line : lines) {
            Set<Conclusions> gave = before.fired().getOrDefault(line, Set.of());
            Set<Conclusions> gives = after.fired().getOrDefault(line, Set.of());
            if (!gave.equals(gives)) {
                RuleChange change = new RuleChange(line, how(gave, gives));
                all.add(change);
                if (Stream.concat(gave.stream(), gives.stream()).anyMatch(one -> speaksTo(one, changed))) {
                    telling.add(change);
                }
            }
        }
        return telling.isEmpty() ? all : telling;
    }

    private static How how(Set<Conclusions> gave, Set<Conclusions> gives) {
        if (gives.isEmpty()) {
            return How.FIRES_NO_LONGER;
        }
        return gave.isEmpty() ? How.FIRES_NOW : How.GIVES_OTHERWISE;
    }

    private static boolean speaksTo(Conclusions conclusions, Set<Pathway> changed) {
        return changed.isEmpty()
                ? conclusions.urgency().isPresent()
                : changed.stream().anyMatch(conclusions::gives);
    }
}
