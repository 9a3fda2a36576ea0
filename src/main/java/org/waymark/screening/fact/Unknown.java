package org.waymark.screening.fact;

/** It was asked, and nobody knows. */
public record Unknown(String factor) implements Fact {}
