package org.waymark.casework;

import java.time.LocalDate;
import org.waymark.screening.pathway.Action;

/**
 * A clock that runs over recorded decisions, which no screening of one contact can see.
 *
 * @param rule the row of the policy that sets it
 * @param title what it is about
 * @param from the day, in London, from which it counts
 * @param due the last day on which it is met
 * @param overdue whether that day is past
 * @param action what to do about it
 * @param statement the same in words
 * @param source where its figure comes from
 */
public record CaseClock(
        String rule,
        String title,
        LocalDate from,
        LocalDate due,
        boolean overdue,
        Action action,
        String statement,
        String source) {}
