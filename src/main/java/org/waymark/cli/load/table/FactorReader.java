package org.waymark.cli.load.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.cli.load.table.Mapping.FactorColumn;
import org.waymark.cli.load.table.Mapping.Finding;
import org.waymark.cli.load.table.Mapping.Holds;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the part of a mapping that says what columns tell about factors. */
final class FactorReader {

    private static final List<String> ANSWERS =
            Stream.of(Answer.values()).map(Coded::code).toList();
    private static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "column",
                            "json",
                            "factor",
                            "holds",
                            "codes",
                            "separator",
                            "ignore",
                            "on",
                            "source",
                            "basis"),
                    ANSWERS.stream())
            .toList();
    private static final List<String> HOLDS = List.of("day", "figure", "answer");

    private final Yaml yaml;
    private final Catalogue catalogue;
    private final List<String> factors;
    private final SortedMap<Place, String> columns;

    /** @param columns gets every column that is named */
    FactorReader(Yaml yaml, Catalogue catalogue, SortedMap<Place, String> columns) {
        this.yaml = yaml;
        this.catalogue = catalogue;
        this.factors = catalogue.factors().stream().map(Factor::id).toList();
        this.columns = columns;
    }

    List<FactorColumn> read(Node at) {
        List<FactorColumn> read = new ArrayList<>();
        for (Node one : yaml.list(at)) {
            read.add(column(one, yaml.object(one, "an entry of `factors`", NAMES)));
        }
        return read;
    }

    private FactorColumn column(Node at, Map<String, Node> names) {
        Node column = names.get("column");
        if (column == null) {
            yaml.fault(at, "an entry of `factors` names no `column`", "name the column that it is about");
        }
        Set<String> ignore = names.containsKey("ignore") ? new HashSet<>(yaml.words(names.get("ignore"))) : Set.of();
        return new FactorColumn(
                column == null ? "" : named(column),
                names.containsKey("json") ? yaml.word(names.get("json")) : null,
                names.containsKey("codes") ? codeList(at, names) : single(at, names),
                ignore,
                names.containsKey("on") ? named(names.get("on")) : null,
                code(Agency.values(), names.get("source"), "agency"),
                code(Basis.values(), names.get("basis"), "basis"));
    }

    private String named(Node at) {
        String name = yaml.word(at);
        columns.put(yaml.place(at), name);
        return name;
    }

    private <T extends Coded> @Nullable String code(T[] allowed, @Nullable Node at, String what) {
        if (at == null) {
            return null;
        }
        String value = yaml.word(at);
        List<String> codes = Stream.of(allowed).map(Coded::code).toList();
        if (!codes.contains(value)) {
            yaml.fault(
                    at,
                    "unknown " + what + " " + Quoted.of(value) + Nearest.hint(value, codes),
                    "allowed: " + String.join(", ", codes));
        }
        return value;
    }

    private Holds codeList(Node at, Map<String, Node> names) {
        Stream.concat(Stream.of("factor", "holds"), ANSWERS.stream())
                .filter(names::containsKey)
                .forEach(other -> yaml.fault(
                        Objects.requireNonNull(names.get(other)),
                        "`" + other + "` and `codes` do not go together",
                        "give the column two entries, or say it within `codes`"));
        Map<String, List<Finding>> codes = new LinkedHashMap<>();
        yaml.entries(Objects.requireNonNull(names.get("codes")), "`codes`")
                .forEach((code, meant) -> codes.put(code, findings(meant)));
        return new Holds.CodeList(names.containsKey("separator") ? yaml.word(names.get("separator")) : "", codes);
    }

    /** A factor, or several; each a name, which means yes, or a name with its answer. */
    private List<Finding> findings(Node at) {
        List<Finding> findings = new ArrayList<>();
        for (Node one : yaml.list(at)) {
            if (one instanceof MappingNode) {
                yaml.entries(one, "a factor").forEach((name, answer) -> {
                    requireFactor(name, one);
                    findings.add(new Finding(name, answer(answer)));
                });
            } else {
                String name = yaml.word(one);
                requireFactor(name, one);
                findings.add(new Finding(name, Answer.YES));
            }
        }
        findings.forEach(finding -> catalogue
                .factor(finding.factor())
                .filter(factor -> factor.kind() == FactorKind.MEASURE && finding.answer() == Answer.YES)
                .ifPresent(factor -> yaml.fault(
                        at, Quoted.of(factor.id()) + " needs a figure, which a code does not give", "leave it out")));
        return findings;
    }

    private Answer answer(Node at) {
        String code = yaml.word(at);
        return Coded.of(Answer.class, code).orElseGet(() -> {
            yaml.fault(
                    at,
                    "unknown answer " + Quoted.of(code) + Nearest.hint(code, ANSWERS),
                    "allowed: " + String.join(", ", ANSWERS));
            return Answer.UNKNOWN;
        });
    }

    private Holds single(Node at, Map<String, Node> names) {
        Node named = names.get("factor");
        String factor = named == null ? "" : yaml.word(named);
        if (named == null) {
            yaml.fault(at, "an entry of `factors` has neither `factor` nor `codes`", "name the factor");
        } else {
            requireFactor(factor, named);
        }
        Node holds = names.get("holds");
        String what = holds == null ? "answer" : yaml.word(holds);
        if (!HOLDS.contains(what)) {
            yaml.fault(
                    Objects.requireNonNull(holds),
                    "unknown " + Quoted.of(what) + Nearest.hint(what, HOLDS),
                    "allowed: " + String.join(", ", HOLDS));
        }
        requireKind(factor, what, named == null ? at : named);
        return switch (what) {
            case "day" -> new Holds.Day(factor);
            case "figure" -> new Holds.Figure(factor);
            default -> answers(at, factor, names);
        };
    }

    private void requireKind(String id, String what, Node at) {
        catalogue.factor(id).map(Factor::kind).ifPresent(kind -> {
            if (what.equals("day") && kind != FactorKind.EVENT) {
                yaml.fault(at, Quoted.of(id) + " does not happen on a day", "`holds: day` is for events");
            } else if (what.equals("figure") != (kind == FactorKind.MEASURE)) {
                yaml.fault(
                        at,
                        kind == FactorKind.MEASURE ? Quoted.of(id) + " has a figure" : Quoted.of(id) + " has no figure",
                        "`holds: figure` is for measures, and for nothing else");
            }
        });
    }

    private Holds answers(Node at, String factor, Map<String, Node> names) {
        Map<String, List<Finding>> codes = new LinkedHashMap<>();
        for (Answer answer : Answer.values()) {
            Node values = names.get(answer.code());
            for (Node value : values == null ? List.<Node>of() : yaml.list(values)) {
                String word = yaml.word(value);
                if (codes.put(word, List.of(new Finding(factor, answer))) != null) {
                    yaml.fault(value, Quoted.of(word) + " has two answers", "keep one");
                }
            }
        }
        if (codes.isEmpty()) {
            yaml.fault(at, "no cell of this column means anything", "say which mean `yes`, `no`, `unknown`");
        }
        return new Holds.CodeList("", codes);
    }

    private void requireFactor(String id, Node at) {
        if (catalogue.factor(id).isEmpty()) {
            yaml.fault(
                    at,
                    "unknown factor " + Quoted.of(id) + Nearest.hint(id, factors),
                    "the factors are in rules/factors.csv, or at /api/factors");
        }
    }
}
