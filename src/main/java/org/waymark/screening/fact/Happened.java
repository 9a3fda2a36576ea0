package org.waymark.screening.fact;

/** An event happened so many times within so many days, {@link #EVER} for at any time. */
public record Happened(String factor, int withinDays, int times, boolean assumed) implements Fact {}
