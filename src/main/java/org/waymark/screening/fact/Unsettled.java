package org.waymark.screening.fact;

/** How many factors of a group were asked and are unknown or yet to clarify. */
public record Unsettled(String group, int factors) implements Fact {}
