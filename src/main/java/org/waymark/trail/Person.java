package org.waymark.trail;

/**
 * A young person as the trail knows them.
 *
 * @param pseudonym stands for area and reference, see {@link Pseudonyms}
 */
public record Person(String pseudonym) {}
