package org.waymark.screening.fact;

/** An earlier stage recommended this pathway, at least at that level, at least that urgently. */
public record Recommended(
        org.waymark.screening.pathway.Pathway pathway, String level, org.waymark.screening.pathway.Urgency urgency)
        implements Fact {}
