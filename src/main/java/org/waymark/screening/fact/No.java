package org.waymark.screening.fact;

/** The answer that counts is no. */
public record No(String factor) implements Fact {}
