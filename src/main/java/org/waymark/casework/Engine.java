package org.waymark.casework;

/**
 * What computed an outcome, for a replay years later.
 *
 * @param waymark version of this software
 * @param drools version of the rules engine
 */
public record Engine(String waymark, String drools) {}
