package org.waymark.assessment;

/** What makes two submissions the same assessment: the source system's own number, within its area. */
public record SubmissionKey(String area, String sourceSystem, String assessmentId) {}
