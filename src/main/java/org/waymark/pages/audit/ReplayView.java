package org.waymark.pages.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A decision made again in four ways, as its page shows it. */
record ReplayView(String decisionId, Recorded recorded, List<Way> ways) {

    private static final String THEN = "then";
    private static final String SAME = "same";

    ReplayView {
        ways = List.copyOf(ways);
    }

    /** As it is recorded. */
    record Recorded(
            Instant recordedAt,
            Engine engine,
            RuleSet ruleSet,
            int entriesOfHistory,
            @Nullable String primary,
            @Nullable String urgency) {}

    record Engine(String waymark, String drools) {}

    record RuleSet(String name, String hash) {}

    /**
     * One way of the four.
     *
     * @param rules those of {@code then} or of {@code now}
     * @param facts what was known {@code then} or is known {@code now}
     * @param result {@code same}, {@code different} or {@code impossible}
     * @param detail why it is impossible, in words
     */
    record Way(
            String rules,
            String facts,
            String result,
            @Nullable String detail,
            @Nullable RuleSet ruleSet,
            @Nullable String primary,
            @Nullable String urgency,
            @Nullable List<Difference> differences,
            @Nullable Integer differencesInAll) {

        public boolean isDifferent() {
            return result.equals("different");
        }

        /** How many differences there are beside those that are listed. */
        public int unlisted() {
            return differences == null || differencesInAll == null ? 0 : differencesInAll - differences.size();
        }
    }

    /** A place where the outcome differs from the recorded one. */
    record Difference(
            String pointer,
            @Nullable JsonNode was,
            @Nullable JsonNode is) {

        private static final int LONGEST = 300;

        public String before() {
            return shown(was);
        }

        public String after() {
            return shown(is);
        }

        private static String shown(@Nullable JsonNode value) {
            if (value == null || value.isNull() || value.isMissingNode()) {
                return "";
            }
            String text = value.isString() ? value.asString() : value.toString();
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
    }

    /** The rules of then on the facts of then: what must be the same to the byte. */
    public String result() {
        return ways.stream()
                .filter(way -> way.rules().equals(THEN) && way.facts().equals(THEN))
                .map(Way::result)
                .findFirst()
                .orElse("impossible");
    }

    /** Whether it would be the same by the rules and on the facts of now too. */
    public boolean isSameNow() {
        return ways.stream().allMatch(way -> way.result().equals(SAME));
    }
}
