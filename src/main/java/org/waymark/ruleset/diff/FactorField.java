package org.waymark.ruleset.diff;

import java.util.function.Function;
import org.waymark.assessment.Factor;

/** What a factor is made of, the parts that say what it is first. */
enum FactorField {
    KIND("kind", "kind", Meaning.FIXED, factor -> factor.kind().code()),
    UNIT("unit", "unit", Meaning.FIXED, factor -> factor.unit().isEmpty() ? "none" : factor.unit()),
    DOMAIN("domain", "part of life", Meaning.FIXED, Factor::domain),
    CARRIES(
            "carries",
            "how long it counts",
            Meaning.FIXED,
            factor -> factor.carries().code()),
    PROTECTIVE_ANSWER(
            "protective_answer",
            "protective answer",
            Meaning.FIXED,
            factor -> factor.protectiveAnswer().code()),
    OFFENCE("offence", "offence mark", Meaning.FIXED, factor -> mark(factor.offence(), "yes")),
    RAISE_ONLY("sensitive", "sensitive mark", Meaning.CLASS, factor -> mark(factor.raiseOnly(), "raise-only")),
    DEFINITION("definition", "what counts as yes", Meaning.SAID, Factor::definition),
    QUESTION("question", "question", Meaning.TOLD, Factor::question),
    LABEL("label", "label", Meaning.TOLD, Factor::label),
    SOURCE("source", "source", Meaning.TOLD, Factor::source);

    private enum Meaning {
        /** Assessments that were recorded rest on it: it stays for as long as the id does. */
        FIXED,
        /** It may change, and decides what rules may do with the factor. */
        CLASS,
        /** It may change, and says what the factor means. */
        SAID,
        /** For people who are asked or told. */
        TOLD
    }

    private final String column;
    private final String words;
    private final Meaning meaning;
    private final Function<Factor, String> value;

    FactorField(String column, String words, Meaning meaning, Function<Factor, String> value) {
        this.column = column;
        this.words = words;
        this.meaning = meaning;
        this.value = value;
    }

    private static String mark(boolean set, String code) {
        return set ? code : "none";
    }

    /** Its column of {@code factors.csv}. */
    String column() {
        return column;
    }

    String words() {
        return words;
    }

    String of(Factor factor) {
        return value.apply(factor);
    }

    /** Whether another value would give the id another meaning. */
    boolean isFixed() {
        return meaning == Meaning.FIXED;
    }

    /** Whether whoever approves must see a change of it before anything else. */
    boolean isShownFirst() {
        return meaning != Meaning.TOLD;
    }

    boolean isText() {
        return meaning == Meaning.SAID || meaning == Meaning.TOLD;
    }

    /** Whether a detail is about a field that is shown first. */
    static boolean isShownFirst(Detail detail) {
        for (FactorField field : values()) {
            if (field.words.equals(detail.what())) {
                return field.isShownFirst();
            }
        }
        return false;
    }
}
