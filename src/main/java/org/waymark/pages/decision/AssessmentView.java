package org.waymark.pages.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was entered, as the page of a decision shows it again. */
record AssessmentView(
        @Nullable String referredBy,
        YoungPerson youngPerson,
        @Nullable List<Observation> observations,
        @Nullable Context context) {

    record YoungPerson(
            @Nullable LocalDate dateOfBirth,
            @Nullable Integer ageYears,
            @Nullable String placedByArea) {}

    record Observation(
            String factor,
            String answer,
            @Nullable List<LocalDate> dates,
            @Nullable LocalDate on,
            @Nullable Integer times,
            @Nullable Integer withinDays,
            @Nullable LocalDate since,
            @Nullable BigDecimal value,
            @Nullable String source,
            @Nullable String basis,
            @Nullable String note) {}

    record Context(
            @Nullable Boolean childSeenAlone,
            @Nullable String childsView,
            @Nullable String parentsInformed,
            @Nullable String parentsInformedReason,
            @Nullable String parentsView,
            @Nullable String strengths,
            @Nullable String communicationNeeds,
            @Nullable String safeContact) {}

    /** How to get in touch without harm; empty where nobody said. */
    public String safeContact() {
        String said = context == null ? null : context.safeContact();
        return said == null ? "" : said;
    }
}
