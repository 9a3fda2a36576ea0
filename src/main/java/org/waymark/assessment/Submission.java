package org.waymark.assessment;

/**
 * An assessment together with the document it came as.
 *
 * @param assessment the part that a screening may read
 * @param canonical the whole document as RFC 8785 canonical JSON, notes and monitoring included; two submissions say
 *     the same exactly where this text is equal
 */
public record Submission(Assessment assessment, String canonical) {}
