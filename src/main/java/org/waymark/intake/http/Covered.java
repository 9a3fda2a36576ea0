package org.waymark.intake.http;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactCase;
import org.waymark.policy.impact.LookBacks.Reviews;

/**
 * What a caller may see of what is found out about rules, which names cases by their references.
 *
 * @param areas those of the caller
 */
record Covered(Areas areas) {

    static Covered by(Caller caller) {
        return new Covered(caller.areas());
    }

    /** Whether all young people whom an analysis may name are of these areas. */
    boolean isAnalysis(Analysis analysis) {
        return isWhole(analysis.filter().area());
    }

    private boolean isWhole(@Nullable String area) {
        return area == null ? areas.all() : areas.has(area);
    }

    /**
     * Lets through what is to be done for an area, or for all where none is named.
     *
     * @throws Refused where that is more than the caller has
     */
    void require(@Nullable String area) {
        if (!isWhole(area)) {
            throw refused();
        }
    }

    /** The same of several, among which {@link Areas#EVERY} is all. */
    void requireAll(Collection<String> codes) {
        if (!areas.haveAll(codes)) {
            throw refused();
        }
    }

    private Refused refused() {
        return new Refused(
                ProblemKind.FOREIGN_AREA,
                "your account is for " + areas.told() + ": name areas of these, or ask somebody who has the others");
    }

    /** Whether the case of a reference is of these areas. */
    boolean isCase(String reference) {
        return areas.all() || areas.has(ImpactCase.areaOf(reference));
    }

    /** Those of these references. */
    List<String> cases(Collection<String> references) {
        return references.stream().filter(this::isCase).toList();
    }

    /** The reviews of these areas. */
    Reviews of(Reviews reviews) {
        return areas.all()
                ? reviews
                : new Reviews(
                        reviews.complete(),
                        reviews.lookBacks().stream()
                                .filter(one -> one.area().equals(Areas.EVERY) || areas.has(one.area()))
                                .toList(),
                        reviews.reviews().stream()
                                .filter(one -> isCase(one.reference()))
                                .toList());
    }
}
