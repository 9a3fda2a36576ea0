package org.waymark.policy.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * What a candidate would change over a set of recorded contacts. The same rule sets and contacts give the same report,
 * in whatever order the contacts came.
 *
 * @param matrix from what to what, with how many contacts; unchanged ones too
 * @param changed every case that would not come out the same, by reference
 * @param beside services, actions and blocks whose number would change
 * @param rules how often each line fires, by line
 * @param weeks work by week and pathway
 * @param areaWeeks urgent work by area and week
 * @param groups by age band, and by sex and ethnicity as monitoring has them
 * @param overCeiling in words, each area whose stated ceiling of urgent responses a week the candidate would pass
 */
public record ImpactReport(
        Named inForce,
        Named candidate,
        Totals totals,
        List<Move> matrix,
        List<ChangedCase> changed,
        List<Beside> beside,
        List<RuleShare> rules,
        List<Week> weeks,
        List<AreaWeek> areaWeeks,
        List<Group> groups,
        List<String> overCeiling) {

    /** Stands for the whole outcome among the pathways of {@link Week}: a contact counts once, at its most urgent. */
    public static final String WHOLE = "any";

    public ImpactReport {
        matrix = List.copyOf(matrix);
        changed = List.copyOf(changed);
        beside = List.copyOf(beside);
        rules = List.copyOf(rules);
        weeks = List.copyOf(weeks);
        areaWeeks = List.copyOf(areaWeeks);
        groups = List.copyOf(groups);
        overCeiling = List.copyOf(overCeiling);
    }

    /** A rule set by its name and hash. */
    public record Named(String name, String hash) {}

    /**
     * How many contacts move which way.
     *
     * @param same those whose pathways stay as they are, {@code beside} included
     * @param beside of the same, those that would have other services, actions or blocks
     */
    public record Totals(long contacts, long youngPeople, long same, long higher, long lower, long mixed, long beside) {

        /** Those that would lose something: lower, or lower in one thing and higher in another. */
        public long downgraded() {
            return lower + mixed;
        }
    }

    /** The pathway that leads and the most urgent clock; null for none. Safeguarding first, the most urgent first. */
    public record Standing(
            @Nullable Pathway primary, @Nullable Urgency urgency) implements Comparable<Standing> {

        private static <E extends Enum<E>> int place(@Nullable E one) {
            return one == null ? Integer.MAX_VALUE : one.ordinal();
        }

        @Override
        public int compareTo(Standing other) {
            int byPrimary = Integer.compare(place(primary), place(other.primary));
            return byPrimary == 0 ? Integer.compare(place(urgency), place(other.urgency)) : byPrimary;
        }
    }

    /** So many contacts that come out as the one and would come out as the other. */
    public record Move(Standing before, Standing after, long contacts) {}

    /** A service, action or block, and on how many contacts it stands. */
    public record Beside(String what, long before, long after) {}

    /** A line of the rules, and on how many contacts it fires; 0 too where the rule set does not have it. */
    public record RuleShare(String rule, String title, long before, long after) {}

    /**
     * How much work.
     *
     * @param all contacts, the urgent ones included
     * @param immediate those within the hour
     * @param sameDay those within 24 hours
     */
    public record Load(long all, long immediate, long sameDay) {

        public long urgent() {
            return immediate + sameDay;
        }
    }

    /**
     * The work of one week on one pathway.
     *
     * @param monday the week's first day, by the day in London on which contacts were received
     * @param pathway its code, or {@link #WHOLE}
     */
    public record Week(LocalDate monday, String pathway, Load before, Load after) {}

    /** All work of one week in one area, whatever the pathway. */
    public record AreaWeek(String area, LocalDate monday, Load before, Load after) {}

    /**
     * A group of young people. A figure is null where it may not be shown: by sex and ethnicity, those that rest on
     * fewer than ten young people. The others of these are rounded to ten.
     *
     * @param by {@code age}, {@code sex} or {@code ethnicity}
     * @param downgraded lower, or mixed
     * @param urgentBefore contacts within the hour or within 24 hours
     */
    public record Group(
            String by,
            String group,
            @Nullable Long contacts,
            @Nullable Long higher,
            @Nullable Long downgraded,
            @Nullable Long urgentBefore,
            @Nullable Long urgentAfter) {}

    /** Every case that would lose something, by reference. */
    public List<ChangedCase> downgraded() {
        return changed.stream().filter(one -> one.direction().isDowngrade()).toList();
    }

    /** How many downgraded cases each line of the rules has a part in, by line. A case may count for several. */
    public Map<String, Long> downgradedByRule() {
        Map<String, Long> byRule = new TreeMap<>();
        downgraded().forEach(one -> one.rules().forEach(change -> byRule.merge(change.rule(), 1L, Long::sum)));
        return byRule;
    }
}
