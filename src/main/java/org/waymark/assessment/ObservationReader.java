package org.waymark.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one observation against the catalogue. */
final class ObservationReader {

    private static final List<String> FIELDS = List.of(
            "factor",
            "answer",
            "dates",
            "times",
            "withinDays",
            "on",
            "since",
            "value",
            "offenceStatus",
            "basis",
            "source",
            "note");

    /** Far above any figure that a catalogue's unit makes sense of: the hours of eleven years. */
    private static final int GREATEST_FIGURE = 100_000;

    private final Catalogue catalogue;
    private final List<String> factorIds;
    private final Dates day;
    private final @Nullable Agency referredBy;

    ObservationReader(Catalogue catalogue, Dates day, @Nullable Agency referredBy) {
        this.catalogue = catalogue;
        this.factorIds = catalogue.factors().stream().map(Factor::id).toList();
        this.day = day;
        this.referredBy = referredBy;
    }

    @Nullable
    Observation read(Cursor at) {
        Fields fields = Fields.of(at, FIELDS);
        if (fields == null) {
            return null;
        }
        Factor factor = fields.required("factor", this::factor);
        Answer answer = fields.required("answer", Codes.of(Answer.class));
        Occurrences happened = Occurrences.read(fields, day);
        LocalDate since = fields.optional("since", day);
        BigDecimal value = fields.optional("value", Numbers.figure(GREATEST_FIGURE));
        OffenceStatus status = fields.optional("offenceStatus", Codes.of(OffenceStatus.class));
        Basis basis = fields.optional("basis", Codes.of(Basis.class));
        Agency source = fields.optional("source", Codes.of(Agency.class));
        String note = fields.optional("note", Texts::prose);
        if (factor == null || answer == null) {
            return null;
        }
        Detail.check(fields, factor, answer);
        checkOffenceStatus(fields, factor, answer, status);
        return new Observation(
                factor.id(),
                answer,
                happened.dates(),
                happened.times(),
                happened.withinDays(),
                happened.on(),
                since,
                value,
                status == null ? presumed(factor, answer, source) : status,
                basis == null ? Basis.REPORTED : basis,
                source,
                note);
    }

    private @Nullable Factor factor(Cursor at) {
        if (!at.node().isString()) {
            at.expected("the id of a factor, such as `going-missing`");
            return null;
        }
        String id = at.node().stringValue();
        Optional<Factor> factor = catalogue.factor(id);
        if (factor.isEmpty()) {
            at.fault("unknown factor " + Quoted.of(id) + Nearest.hint(id, factorIds));
        }
        return factor.orElse(null);
    }

    private static void checkOffenceStatus(
            Fields fields, Factor factor, Answer answer, @Nullable OffenceStatus status) {
        if (fields.has("offenceStatus") && !factor.offence()) {
            fields.at("offenceStatus")
                    .fault(
                            Quoted.of(factor.id())
                                    + " is no offence of a young person, and only such a one has an `offenceStatus`: leave it out");
        } else if (answer == Answer.NO && (status == OffenceStatus.CHARGED || status == OffenceStatus.CONVICTED)) {
            fields.at("offenceStatus").fault(Quoted.of(status.code()) + " contradicts the answer `no`");
        }
    }

    /** What police or youth justice report of an offence is an allegation until they say more. */
    private @Nullable OffenceStatus presumed(Factor factor, Answer answer, @Nullable Agency source) {
        Agency reporter = source == null ? referredBy : source;
        boolean official =
                reporter != null && Set.of(Agency.POLICE, Agency.YOUTH_JUSTICE).contains(reporter);
        return factor.offence() && answer == Answer.YES && official ? OffenceStatus.ALLEGED : null;
    }
}
