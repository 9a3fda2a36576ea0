package org.waymark.screening.fact;

/** A figure that was given, within so many days. */
public record Measured(String factor, double value, int withinDays, boolean assumed) implements Fact {}
