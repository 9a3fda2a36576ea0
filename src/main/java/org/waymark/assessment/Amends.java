package org.waymark.assessment;

/** Says that an assessment takes the place of an earlier one from the same source system, which then no longer counts. */
public record Amends(String assessmentId, String reason) {}
