package org.waymark.pages.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the fields of the form. */
final class Fields {

    static final String REFERRED_BY = "referredBy";
    static final String BIRTH = "dateOfBirth";
    static final String AGE = "ageYears";
    static final String SEEN_ALONE = "childSeenAlone";

    /** What people say, in their own words, as the contract names it. */
    static final List<String> TEXTS = List.of(
            "safeContact",
            "childsView",
            "parentsInformed",
            "parentsInformedReason",
            "parentsView",
            "strengths",
            "communicationNeeds");

    static final Set<String> ABOUT = Set.of(REFERRED_BY, BIRTH, AGE);

    /** Of a factor, in the order in which they are shown. */
    private static final List<String> OF_A_FACTOR = List.of(
            "answer",
            "dates",
            "times",
            "withinDays",
            "since",
            "value",
            "on",
            "offenceStatus",
            "source",
            "basis",
            "note");

    private Fields() {}

    static String answer(String factor) {
        return of(factor, "answer");
    }

    static String of(String factor, String field) {
        return factor + "." + field;
    }

    /** Every field of a section. */
    static Stream<String> in(Section section) {
        return switch (section.name()) {
            case Section.ABOUT -> ABOUT.stream();
            case Section.PEOPLE -> Stream.concat(TEXTS.stream(), Stream.of(SEEN_ALONE));
            default ->
                section.factors().stream()
                        .flatMap(factor -> OF_A_FACTOR.stream().map(field -> of(factor.id(), field)));
        };
    }
}
