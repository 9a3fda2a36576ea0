package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.AreaCondition;
import org.waymark.screening.rule.Comparison;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.ContactCondition;
import org.waymark.screening.rule.CountCondition;
import org.waymark.screening.rule.EventCondition;
import org.waymark.screening.rule.FigureCondition;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.RecommendedCondition;
import org.waymark.screening.rule.UnsettledCondition;

/** Reads what a rule's patterns say into conditions, and says what is wrong with them. */
final class FactReader {

    /** The longest window, in days: about as long as a childhood. */
    private static final int LONGEST_WINDOW = 6570;

    private static final Set<String> NOT_YES_DOMAINS = Set.of("protective", "status", "proposal");

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Faults faults;

    FactReader(Catalogue catalogue, Manifest manifest, Faults faults) {
        this.catalogue = catalogue;
        this.manifest = manifest;
        this.faults = faults;
    }

    /** The condition that a pattern says, or nothing where that is at fault. */
    Optional<Condition> read(RawRule.Pattern pattern) {
        String type = pattern.type().text();
        if (pattern.negated() && !type.equals("Recommended")) {
            faults.add(
                    pattern.type().place(),
                    "`not` stands before `" + type + "`, and is allowed before `Recommended` only",
                    "\"no other sign\" is said by `not Recommended( pathway == SAFEGUARDING )`: what is not known is not no");
            return Optional.empty();
        }
        Fields fields = new Fields(pattern, faults);
        Condition condition = switch (type) {
            case "Happened" -> event(fields, false);
            case "Offence" -> event(fields, true);
            case "Measured" -> figure(fields);
            case "Several" -> several(fields);
            case "Unsettled" -> unsettled(fields);
            case "YoungPerson" -> aged(fields);
            case "Recommended" -> recommended(fields, pattern.negated());
            case "Contact" -> contact(fields);
            case "Area" -> area(fields);
            default -> answered(fields, pattern.type());
        };
        fields.refuseOthers();
        return Optional.ofNullable(condition);
    }

    private @Nullable Condition answered(Fields fields, Token type) {
        Optional<AnsweredCondition.Kind> kind = Arrays.stream(AnsweredCondition.Kind.values())
                .filter(one -> one.factName().equals(type.text()))
                .findFirst();
        if (kind.isEmpty()) {
            fields.ignoreOthers();
            faults.add(type.place(), "unknown fact `" + type.text() + "`", Spelling.fix(type.text(), factNames()));
            return null;
        }
        Factor factor = factor(fields, EnumSet.allOf(FactorKind.class));
        if (factor != null
                && kind.get() == AnsweredCondition.Kind.NOT_YES
                && !NOT_YES_DOMAINS.contains(factor.domain())) {
            faults.add(
                    type.place(),
                    "`NotYes` reads `" + factor.id() + "`, which is of the domain `" + factor.domain() + "`",
                    "`NotYes` may read factors of the domains protective, status and proposal only; not known is not no");
        }
        if (factor != null && kind.get() == AnsweredCondition.Kind.YES && factor.kind() == FactorKind.EVENT) {
            // A bare yes would not know that nobody gave a date, and be as fast as if somebody had.
            faults.add(
                    type.place(),
                    "`Yes` reads `" + factor.id() + "`, which is an event",
                    "use `Happened( factor == \"" + factor.id() + "\" )`");
        }
        return factor == null ? null : new AnsweredCondition(kind.get(), factor.id());
    }

    private static Collection<String> factNames() {
        Set<String> names = new HashSet<>(Set.of(
                "Happened",
                "Offence",
                "Measured",
                "Several",
                "Unsettled",
                "YoungPerson",
                "Recommended",
                "Contact",
                "Area"));
        Stream.of(AnsweredCondition.Kind.values())
                .map(AnsweredCondition.Kind::factName)
                .forEach(names::add);
        return names;
    }

    private @Nullable Factor factor(Fields fields, Set<FactorKind> kinds) {
        Token id = fields.string("factor");
        if (id == null) {
            return null;
        }
        Optional<Factor> factor = catalogue.factor(id.text());
        if (factor.isEmpty()) {
            List<String> ids = catalogue.factors().stream().map(Factor::id).toList();
            faults.add(new RuleFault(
                    id.place(),
                    "unknown factor `" + id.text() + "`",
                    Spelling.fix(id.text(), ids),
                    RuleFault.FACTOR_UNKNOWN));
        } else if (!kinds.contains(factor.get().kind())) {
            faults.add(
                    id.place(),
                    "`" + id.text() + "` is of the kind `" + factor.get().kind().code()
                            + "`, which this fact does not read",
                    "use `" + factFor(factor.get().kind()) + "`");
            return null;
        }
        return factor.orElse(null);
    }

    private static String factFor(FactorKind kind) {
        return switch (kind) {
            case STATE -> "Yes";
            case EVENT -> "Happened";
            case MEASURE -> "Measured";
        };
    }

    private @Nullable String group(Fields fields) {
        Token name = fields.string("group");
        if (name == null) {
            return null;
        }
        if (!catalogue.groups().contains(name.text())) {
            faults.add(
                    name.place(), "unknown group `" + name.text() + "`", Spelling.fix(name.text(), catalogue.groups()));
            return null;
        }
        return name.text();
    }

    private @Nullable Condition event(Fields fields, boolean offence) {
        Factor factor = factor(fields, EnumSet.of(FactorKind.EVENT));
        int window = fields.integer("withinDays", Comparison.EQUAL, Fact.EVER, 1, LONGEST_WINDOW);
        int times = fields.integer("times", Comparison.AT_LEAST, 1, 1, 1000);
        if (factor == null) {
            return null;
        }
        if (offence && !factor.offence()) {
            faults.add(fields.place(), "`" + factor.id() + "` is not an offence in the catalogue", "use `Happened`");
            return null;
        }
        return new EventCondition(factor.id(), window, times, offence);
    }

    private @Nullable Condition figure(Fields fields) {
        Factor factor = factor(fields, EnumSet.of(FactorKind.MEASURE));
        int window = fields.integer("withinDays", Comparison.EQUAL, Fact.EVER, 1, LONGEST_WINDOW);
        RawRule.Constraint value = fields.number("value");
        if (factor == null || value == null) {
            return null;
        }
        Comparison comparison = Comparison.of(value.comparison().text()).orElseThrow();
        return new FigureCondition(
                factor.id(), comparison, Double.parseDouble(value.value().text()), window);
    }

    private @Nullable Condition several(Fields fields) {
        String group = group(fields);
        int factors = fields.integer("factors", Comparison.AT_LEAST, 1, 1, 200);
        int domains = fields.integer("domains", Comparison.AT_LEAST, 1, 1, 30);
        int window = fields.integer("withinDays", Comparison.EQUAL, Fact.EVER, 1, LONGEST_WINDOW);
        if (group == null) {
            return null;
        }
        int size = catalogue.group(group).size();
        if (factors > size) {
            faults.add(
                    fields.place(),
                    "`" + factors + "` factors are asked for, and the group `" + group + "` has " + size,
                    "ask for fewer, or add factors to the group in groups.csv");
        }
        return new CountCondition(group, factors, domains, window);
    }

    private @Nullable Condition unsettled(Fields fields) {
        String group = group(fields);
        int factors = fields.integer("factors", Comparison.AT_LEAST, 1, 1, 200);
        return group == null ? null : new UnsettledCondition(group, factors);
    }

    private @Nullable Condition aged(Fields fields) {
        List<AgedCondition.Bound> bounds = new ArrayList<>();
        for (AgedCondition.Field field : AgedCondition.Field.values()) {
            for (RawRule.Constraint constraint : fields.all(field.accessor())) {
                Integer limit = fields.integerOf(constraint, 0, 10_000);
                if (limit != null) {
                    Comparison comparison =
                            Comparison.of(constraint.comparison().text()).orElseThrow();
                    bounds.add(new AgedCondition.Bound(field, comparison, limit));
                }
            }
        }
        if (bounds.isEmpty()) {
            faults.add(fields.place(), "`YoungPerson` says nothing of an age", "such as `YoungPerson( age < 13 )`");
            return null;
        }
        return new AgedCondition(bounds);
    }

    private @Nullable Condition recommended(Fields fields, boolean negated) {
        Pathway pathway = fields.constant("pathway", Pathway.class);
        Urgency urgency = fields.has("urgency") ? fields.constant("urgency", Urgency.class) : Urgency.PLANNED;
        String level = manifest.lowestLevel();
        if (fields.has("level")) {
            Token named = fields.word("level");
            level = named == null ? null : Levels.read(named, manifest, faults);
        }
        if (negated && (pathway == Pathway.EARLY_HELP || pathway == Pathway.ENFORCEMENT)) {
            faults.add(
                    fields.place(),
                    "`not Recommended` reads `" + pathway + "`, which no earlier stage decides",
                    "it may read `SAFEGUARDING` and `MACE`");
        }
        return pathway == null || urgency == null || level == null
                ? null
                : new RecommendedCondition(pathway, level, urgency, negated);
    }

    private @Nullable Condition contact(Fields fields) {
        Agency referredBy = fields.constant("referredBy", Agency.class);
        return referredBy == null ? null : new ContactCondition(referredBy);
    }

    private @Nullable Condition area(Fields fields) {
        Token attribute = fields.string("attribute");
        if (attribute == null) {
            return null;
        }
        if (!catalogue.areaAttributes().contains(attribute.text())) {
            faults.add(
                    attribute.place(),
                    "no area has `" + attribute.text() + "`",
                    Spelling.fix(attribute.text(), catalogue.areaAttributes()));
            return null;
        }
        return new AreaCondition(attribute.text());
    }
}
