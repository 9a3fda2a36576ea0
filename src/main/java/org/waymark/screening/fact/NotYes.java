package org.waymark.screening.fact;

/** Anything but yes, not asked included. Only rules that raise may read it, and only over protective, status and proposal factors. */
public record NotYes(String factor) implements Fact {}
