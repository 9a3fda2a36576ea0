package org.waymark.policy;

import java.time.Instant;

/**
 * An event, and who caused it when.
 *
 * @param sequence its place in the log, from 1, without gaps
 */
public record Logged(long sequence, Instant at, String by, PolicyEvent event) {}
