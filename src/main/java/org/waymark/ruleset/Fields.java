package org.waymark.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Place;

/** The comparisons of one pattern, read field by field; a field that nobody reads is a fault. */
final class Fields {

    private final RawRule.Pattern pattern;
    private final Faults faults;
    private final Set<String> read = new TreeSet<>();
    private boolean ignored;

    Fields(RawRule.Pattern pattern, Faults faults) {
        this.pattern = pattern;
        this.faults = faults;
    }

    Place place() {
        return pattern.type().place();
    }

    boolean has(String field) {
        return !all(field).isEmpty();
    }

    List<RawRule.Constraint> all(String field) {
        read.add(field);
        return pattern.constraints().stream()
                .filter(constraint -> constraint.field().is(field))
                .toList();
    }

    private RawRule.@Nullable Constraint one(String field, boolean needed) {
        List<RawRule.Constraint> found = all(field);
        if (found.size() > 1) {
            faults.add(found.get(1).field().place(), "`" + field + "` is compared twice in one fact", "keep one");
        }
        if (found.isEmpty() && needed) {
            faults.add(
                    place(), "`" + pattern.type().text() + "` needs `" + field + "`", "compare `" + field + "` in it");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private @Nullable Token equal(String field, Token.Kind kind, String wanted) {
        RawRule.Constraint constraint = one(field, true);
        if (constraint == null) {
            return null;
        }
        requireComparison(constraint, Comparison.EQUAL);
        if (constraint.value().kind() != kind) {
            faults.add(
                    constraint.value().place(),
                    "`" + field + "` is compared with " + constraint.value().shown() + ", and must be with " + wanted,
                    "");
            return null;
        }
        return constraint.value();
    }

    private void requireComparison(RawRule.Constraint constraint, Comparison wanted) {
        if (!constraint.comparison().is(wanted.symbol())) {
            faults.add(
                    constraint.comparison().place(),
                    "`" + constraint.field().text() + "` is compared by "
                            + constraint.comparison().shown(),
                    "write `" + constraint.field().text() + " " + wanted.symbol() + " ...`");
        }
    }

    @Nullable
    Token string(String field) {
        return equal(field, Token.Kind.STRING, "a text in quotes");
    }

    @Nullable
    Token word(String field) {
        return equal(field, Token.Kind.WORD, "a constant in capitals, without quotes");
    }

    <T extends Enum<T> & Coded> @Nullable T constant(String field, Class<T> type) {
        Token word = word(field);
        return word == null ? null : Constants.read(word, type, faults);
    }

    /** A whole number within its range, or the default where the field is left out. */
    int integer(String field, Comparison comparison, int otherwise, int least, int most) {
        RawRule.Constraint constraint = one(field, false);
        if (constraint == null) {
            return otherwise;
        }
        requireComparison(constraint, comparison);
        Integer value = integerOf(constraint, least, most);
        return value == null ? otherwise : value;
    }

    @Nullable
    Integer integerOf(RawRule.Constraint constraint, int least, int most) {
        Token token = constraint.value();
        if (token.kind() != Token.Kind.NUMBER || token.text().contains(".")) {
            boolean quoted = token.kind() == Token.Kind.STRING && token.text().matches("[0-9]+");
            faults.add(
                    token.place(),
                    "found " + token.shown() + " where a whole number must stand",
                    quoted ? "take the quotes off" : "");
            return null;
        }
        int value = Integer.parseInt(token.text());
        if (value < least || value > most) {
            faults.add(
                    token.place(),
                    "`" + value + "` is out of range for `" + constraint.field().text() + "`",
                    "allowed are " + least + " to " + most);
            return null;
        }
        return value;
    }

    RawRule.@Nullable Constraint number(String field) {
        RawRule.Constraint constraint = one(field, true);
        if (constraint != null && constraint.value().kind() != Token.Kind.NUMBER) {
            Token value = constraint.value();
            faults.add(value.place(), "found " + value.shown() + " where a number must stand", "");
            return null;
        }
        return constraint;
    }

    void ignoreOthers() {
        ignored = true;
    }

    /** Reports every field that this kind of fact does not have. */
    void refuseOthers() {
        if (ignored) {
            return;
        }
        Set<String> told = new HashSet<>();
        pattern.constraints().stream()
                .map(RawRule.Constraint::field)
                .filter(field -> !read.contains(field.text()) && told.add(field.text()))
                .forEach(field -> faults.add(
                        field.place(),
                        "`" + pattern.type().text() + "` has no field `" + field.text() + "`",
                        Spelling.fix(field.text(), read)));
    }
}
