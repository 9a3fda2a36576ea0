package org.waymark.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of {@code factors.csv}, checked and read. */
final class FactorRow {

    static final List<String> COLUMNS = List.of(
            "factor",
            "label",
            "kind",
            "unit",
            "question",
            "definition",
            "domain",
            "carries",
            "protective_answer",
            "sensitive",
            "offence",
            "cin_census_code",
            "assetplus_field",
            "source");

    /**
     * Words that may be no part of a factor's id. What they name is protected or stands in for it: it belongs into
     * {@code monitoring}, where no rule can read it.
     */
    private static final Set<String> BANNED = Set.of(
            "ethnicity",
            "ethnic",
            "race",
            "racial",
            "religion",
            "religious",
            "sex",
            "sexuality",
            "orientation",
            "gender",
            "transgender",
            "nationality",
            "postcode");

    private final Row row;

    private FactorRow(Row row) {
        this.row = row;
    }

    /** The factor, or nothing where the row has faults, which are then among the table's. */
    static @Nullable Factor read(Row row) {
        int before = row.faults().size();
        Factor factor = new FactorRow(row).factor();
        return row.faults().size() == before ? factor : null;
    }

    private @Nullable Factor factor() {
        String id = row.id("factor");
        refuseBanned(id);
        String label = row.filled("label");
        FactorKind kind = row.code("kind", FactorKind.class);
        String unit = unit(kind);
        String question = question();
        String definition = row.filled("definition");
        String domain = row.id("domain");
        Carries carries = carries(kind);
        Answer protective = protectiveAnswer();
        boolean raiseOnly = row.mark("sensitive", "raise-only");
        boolean offence = row.mark("offence", "yes");
        String source = row.filled("source");
        if (kind == null || carries == null || protective == null) {
            return null;
        }
        return new Factor(
                id, label, kind, unit, question, definition, domain, carries, protective, raiseOnly, offence, source);
    }

    private void refuseBanned(String id) {
        Stream.of(id.split("-", -1))
                .filter(BANNED::contains)
                .forEach(word -> row.fault(
                        "factor",
                        Quoted.of(word)
                                + " is a protected characteristic or stands in for one: it belongs into `monitoring`,"
                                + " where no rule can read it"));
    }

    private String unit(@Nullable FactorKind kind) {
        if (kind == FactorKind.MEASURE && row.isEmpty("unit")) {
            row.fault("unit", "a `measure` needs a unit, such as `hours`");
        } else if (kind != null && kind != FactorKind.MEASURE && !row.isEmpty("unit")) {
            row.fault(
                    "unit",
                    "has the unit " + Quoted.of(row.cell("unit")) + ", and only a `measure` has one: leave it"
                            + " empty, or is " + Quoted.of(kind.code()) + " the wrong kind?");
        }
        return row.cell("unit");
    }

    private String question() {
        String question = row.filled("question");
        if (!question.isEmpty() && !question.endsWith("?")) {
            row.fault("question", Quoted.of(question) + " does not end in a question mark");
        }
        return question;
    }

    /** An event is known by its dates: it carries by them, or not at all. That it "no longer holds" means nothing. */
    private @Nullable Carries carries(@Nullable FactorKind kind) {
        Carries carries = row.code("carries", Carries.class);
        if (kind == FactorKind.EVENT && carries == Carries.UNTIL_CHANGED) {
            row.fault("carries", "an `event` cannot carry `until-changed`, allowed is `dated` or `now`");
        }
        return carries;
    }

    private @Nullable Answer protectiveAnswer() {
        Answer answer = Coded.of(Answer.class, row.cell("protective_answer")).orElse(null);
        if (answer != Answer.YES && answer != Answer.NO) {
            row.refuse("protective_answer", List.of(Answer.YES.code(), Answer.NO.code()));
        }
        return answer;
    }
}
