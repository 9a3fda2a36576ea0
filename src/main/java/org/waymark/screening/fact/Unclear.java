package org.waymark.screening.fact;

/** It was asked, signs point to it, and it is not settled. */
public record Unclear(String factor) implements Fact {}
