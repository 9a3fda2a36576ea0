package org.waymark.screening.fact;

/** Police or youth justice reported it so many times within so many days, and it did not end in no further action. */
public record Offence(String factor, int withinDays, int times, boolean assumed) implements Fact {}
