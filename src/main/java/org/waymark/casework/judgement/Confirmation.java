package org.waymark.casework.judgement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.assessment.Reading;

/**
 * A professional agrees with a decision.
 *
 * @param rationale in their own words
 * @param evidenceSeen the rules whose evidence they looked at
 */
public record Confirmation(String rationale, List<String> evidenceSeen) {

    /** More than any decision has reasons. */
    private static final int MOST = 500;

    public Confirmation {
        evidenceSeen = List.copyOf(evidenceSeen);
    }

    /**
     * Reads one; nothing where it has faults, which are then reported.
     *
     * @param rules those that the decision gives as its reasons
     */
    public static @Nullable Confirmation read(Cursor at, Set<String> rules) {
        Fields fields = Fields.of(at, List.of("rationale", "evidenceSeen"));
        if (fields == null) {
            return null;
        }
        String rationale = fields.required("rationale", Words::reason);
        Reading<String> rule = new Seen(rules, new LinkedHashSet<>());
        List<String> seen = fields.required("evidenceSeen", rule.upTo(MOST, "rules"));
        return rationale == null || seen == null ? null : new Confirmation(rationale, seen);
    }

    /** Reads the rules that were looked at, each once. */
    private record Seen(Set<String> rules, Set<String> before) implements Reading<String> {

        @Override
        public @Nullable String read(Cursor at) {
            if (!at.node().isString()) {
                at.expected("the id of a rule, such as `SG-12`");
                return null;
            }
            String rule = at.node().asString();
            if (!rules.contains(rule)) {
                at.fault(Quoted.of(rule) + " is no rule of this decision's reasons" + allowed(rule));
                return null;
            }
            if (!before.add(rule)) {
                at.fault(Quoted.of(rule) + " is there twice");
                return null;
            }
            return rule;
        }

        private String allowed(String rule) {
            return rules.isEmpty()
                    ? ", which gives none: leave the list empty"
                    : Nearest.hint(rule, rules) + "; its rules are " + String.join(", ", rules);
        }
    }
}
