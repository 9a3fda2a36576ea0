package org.waymark.trail;

/**
 * What was handed in to be recorded once.
 *
 * @param pseudonym stands for area, source system and assessment id, see {@link Pseudonyms}
 */
public record Submission(String pseudonym) {}
