package org.waymark.ruleset.lint;

import java.util.Arrays;
import org.waymark.screening.fact.YoungPerson;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Bound;
import org.waymark.screening.rule.AgedCondition.Field;

/**
 * Who an age condition is met by: for each age in whole months, the days to 18 that are left to choose. The days that go
 * with a month are taken a little wider than any calendar has them, so that what is said to be impossible is so, and what
 * is said to lie within does.
 */
final class AgeRegion {

    /** Nobody older is screened: 120 years is the most that an assessment may say. */
    private static final int MONTHS = 121 * 12;

    private static final int MONTHS_TO_18 = 18 * 12;
    private static final double DAYS_A_MONTH = 365.25 / 12;
    /** A span of calendar months is never further from its mean length: February makes up most of it. */
    private static final int CALENDAR = 4;

    private final int[] from = new int[MONTHS];
    private final int[] to = new int[MONTHS];

    private AgeRegion() {
        Arrays.fill(to, -1);
    }

    static AgeRegion of(AgedCondition condition) {
        AgeRegion region = new AgeRegion();
        for (int month = 0; month < MONTHS; month++) {
            region.allow(month, condition);
        }
        return region;
    }

    private void allow(int month, AgedCondition condition) {
        double left = (MONTHS_TO_18 - month) * DAYS_A_MONTH;
        int first = (int) Math.floor(left - DAYS_A_MONTH) - CALENDAR;
        int last = (int) Math.ceil(left) + CALENDAR;
        for (Bound bound : condition.bounds()) {
            if (bound.field() == Field.DAYS_TO_18) {
                Range days = Range.of(bound.comparison(), bound.limit());
                first = (int) Math.max(first, days.firstWhole());
                last = (int) Math.min(last, days.lastWhole());
            } else if (!holds(bound, month)) {
                return;
            }
        }
        from[month] = first;
        to[month] = Math.max(last, first - 1);
    }

    private static boolean holds(Bound bound, int month) {
        YoungPerson person = new YoungPerson(month / 12, month, 0);
        return new AgedCondition(java.util.List.of(bound)).matches(person);
    }

    private boolean has(int month) {
        return from[month] <= to[month];
    }

    /** Whether nobody is of that age. */
    boolean isEmpty() {
        for (int month = 0; month < MONTHS; month++) {
            if (has(month)) {
                return false;
            }
        }
        return true;
    }

    /** Whether everybody in it is in the other too. */
    boolean isWithin(AgeRegion other) {
        for (int month = 0; month < MONTHS; month++) {
            if (has(month) && (!other.has(month) || from[month] < other.from[month] || to[month] > other.to[month])) {
                return false;
            }
        }
        return true;
    }
}
