package org.waymark.pages.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page shows of the report of an impact analysis. */
public record ReportView(
        Totals totals, List<Move> matrix, List<Changed> changed, List<Share> rules, List<String> overCeiling) {

    /** How many contacts move which way. */
    public record Totals(long contacts, long youngPeople, long same, long higher, long lower, long mixed, long beside) {

        /** A bar of the chart: its label's code, its count, and its width in a hundred. */
        public List<Bar> bars() {
            return List.of(bar("same", same), bar("higher", higher), bar("lower", lower), bar("mixed", mixed));
        }

        private Bar bar(String code, long count) {
            return new Bar(code, count, contacts == 0 ? 0 : Math.round(100.0 * count / contacts));
        }
    }

    /** One bar of a chart, with its width in a hundred. */
    public record Bar(String code, long count, long width) {}

    /** A pathway and a clock, each absent where there is none. */
    public record Standing(
            @Nullable String primary, @Nullable String urgency) {

        /** The code under which the pages have words for the pathway. */
        public String pathway() {
            return primary == null ? "universal" : primary;
        }
    }

    /** So many contacts that come out as the one and would come out as the other. */
    public record Move(Standing before, Standing after, long contacts) {

        public boolean isChange() {
            return !before.equals(after);
        }
    }

    /** A line that made a difference, and how. */
    public record How(String rule, String how) {}

    /** A case that would not come out as it did. */
    public record Changed(
            String reference,
            LocalDate assessedOn,
            boolean latest,
            String direction,
            String before,
            String after,
            List<How> rules,
            List<String> lost,
            List<String> gained) {

        public boolean isDowngrade() {
            return direction.equals("lower") || direction.equals("mixed");
        }
    }

    /** A line of the rules, and on how many contacts it fires. */
    public record Share(String rule, String title, long before, long after) {}

    /** The lines that would fire on more contacts, or on fewer. */
    public List<Share> otherShares() {
        return rules.stream().filter(one -> one.before() != one.after()).toList();
    }

    /** The moves from one result to another. */
    public List<Move> moves() {
        return matrix.stream().filter(Move::isChange).toList();
    }
}
