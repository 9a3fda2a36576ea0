package org.waymark.casework.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param waitsFor for what
 * @param due by when: when a response is due, or the end of the last day, in London, on which a review is in time; null
 *     where there is no such moment
 * @param overdue whether that is past
 */
public record WorkLine(WorkStatus waitsFor, @Nullable Instant due, boolean overdue, DecisionLine decision) {}
