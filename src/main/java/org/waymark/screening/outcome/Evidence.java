package org.waymark.screening.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.OffenceStatus;

/**
 * One observation that a reason rests on, and the contact that made it.
 *
 * @param answer what was answered, where that is not yes
 * @param recordedOn the day of the contact that recorded it
 * @param dateAssumed whether nobody said when it happened
 */
public record Evidence(
        String factor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answer answer,
        List<LocalDate> dates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer times,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer withinDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffenceStatus offenceStatus,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Agency source,
        Basis basis,
        String assessmentId,
        LocalDate recordedOn,
        boolean dateAssumed) {}
