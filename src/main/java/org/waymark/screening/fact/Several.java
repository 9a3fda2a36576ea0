package org.waymark.screening.fact;

/** How many factors of a group are yes, and from how many domains. */
public record Several(String group, int factors, int domains, int withinDays, boolean assumed) implements Fact {}
