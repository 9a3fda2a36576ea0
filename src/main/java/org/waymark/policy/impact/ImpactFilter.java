package org.waymark.policy.impact;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;

/**
 * Which recorded contacts to ask again; null asks for all. History is never filtered.
 *
 * @param from the first day of assessment, in London
 * @param to the last
 * @param pathway the code of a pathway that the recorded decision has, or {@code universal}
 * @param leftOut areas not to look at: those whose own rule set the candidate would not take the place of
 */
public record ImpactFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String area,
        @Nullable String pathway,
        Set<String> leftOut) {

    /** Every contact. */
    public static final ImpactFilter ALL = new ImpactFilter(null, null, null, null);

    public ImpactFilter(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String area, @Nullable String pathway) {
        this(from, to, area, pathway, Set.of());
    }

    public ImpactFilter {
        leftOut = java.util.Collections.unmodifiableSet(new TreeSet<>(leftOut));
    }

    ImpactFilter leavingOut(Set<String> areas) {
        return new ImpactFilter(from, to, area, pathway, areas);
    }

    boolean takes(Assessment assessment) {
        LocalDate day = LondonDays.of(assessment.assessedAt());
        String its = assessment.youngPerson().area();
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (area == null || area.equals(its))
                && !leftOut.contains(its);
    }
}
