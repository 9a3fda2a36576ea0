package org.waymark.casework;

/**
 * What became of a submission.
 *
 * @param decision the decision's JSON, to the letter as it is recorded
 * @param repeat whether it was recorded before, and nothing was added now
 */
public record Screened(String decision, boolean repeat) {}
