package org.waymark.assessment;

/** A young person as one area's case system numbers them. Never a name. */
public record PersonKey(String area, String reference) {}
