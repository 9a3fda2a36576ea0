package org.waymark.screening.fact;

/** Who made this contact. */
public record Contact(org.waymark.assessment.Agency referredBy) implements Fact {}
