package org.waymark.screening.fact;

/** The area has something that not every area has. */
public record Area(String attribute) implements Fact {}
