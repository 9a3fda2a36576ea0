package org.waymark.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an observation may say beside its answer, and about which kinds of factor it means something. */
enum Detail {
    DATES("dates", FactorKind.EVENT),
    TIMES("times", FactorKind.EVENT),
    WITHIN_DAYS("withinDays", FactorKind.EVENT),
    ON("on", FactorKind.EVENT, FactorKind.MEASURE),
    SINCE("since", FactorKind.STATE),
    VALUE("value", FactorKind.MEASURE);

    private final String field;
    private final Set<FactorKind> kinds;

    Detail(String field, FactorKind... kinds) {
        this.field = field;
        this.kinds = Set.of(kinds);
    }

    /** Reports every detail that does not suit the factor's kind, or an answer that is not yes. */
    static void check(Fields fields, Factor factor, Answer answer) {
        for (Detail detail : values()) {
            if (!fields.has(detail.field)) {
                continue;
            }
            if (!detail.kinds.contains(factor.kind())) {
                fields.at(detail.field).fault(detail.unsuitable(factor));
            } else if (answer != Answer.YES) {
                fields.at(detail.field).fault(detail.withoutYes(answer));
            }
        }
        if (factor.kind() == FactorKind.MEASURE && answer == Answer.YES) {
            // Its content is read elsewhere; here it only has to be there.
            fields.required(VALUE.field, Cursor::node);
        }
    }

    private String unsuitable(Factor factor) {
        List<String> suitable = Stream.of(values())
                .filter(detail -> detail.kinds.contains(factor.kind()))
                .map(detail -> detail.field)
                .toList();
        return Quoted.of(factor.id()) + " is of the kind "
                + Quoted.of(factor.kind().code()) + ", which has no " + Quoted.of(field) + ", allowed: "
                + Quoted.anyOf(suitable);
    }

    private String withoutYes(Answer answer) {
        return Quoted.of(field) + " goes with the answer `yes` only, found " + Quoted.of(answer.code())
                + ": leave it out, or say it in `note`";
    }
}
