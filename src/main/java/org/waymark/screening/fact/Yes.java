package org.waymark.screening.fact;

/** The answer that counts is yes. */
public record Yes(String factor) implements Fact {}
