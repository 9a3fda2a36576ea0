package org.waymark.cli.load.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.cli.UsersFault;
import org.waymark.cli.load.table.Mapping.FactorColumn;
import org.waymark.cli.load.table.Mapping.Field;
import org.waymark.cli.load.table.Mapping.Source;
import org.waymark.ruleset.RuleFault;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a mapping, and finds every fault of it at once. */
public final class MappingReader {

    private static final List<String> NAMES =
            List.of("name", "separator", "encoding", "dates", "times", "zone", "groupBy", "fields", "factors");
    private static final List<String> OF_FIELD = List.of("column", "value", "text", "codes", "ignore");
    private static final List<Field> NEEDED =
            List.of(Field.ASSESSMENT_ID, Field.SOURCE_SYSTEM, Field.ASSESSED_AT, Field.REFERENCE, Field.AREA);
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "ISO-8859-1");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}|([^{}]+)");

    private final Yaml yaml;
    private final SortedMap<Place, String> columns = new TreeMap<>();
    private final FactorReader factors;

    private MappingReader(String file, Catalogue catalogue) {
        this.yaml = new Yaml(file);
        this.factors = new FactorReader(yaml, catalogue, columns);
    }

    /**
     * The mapping of this text.
     *
     * @param file what it is called in messages
     * @throws UsersFault with every fault, each with file, line and column
     */
    public static Mapping read(String file, String text, Catalogue catalogue) {
        MappingReader reader = new MappingReader(file, catalogue);
        Optional<Mapping> mapping = reader.yaml.parse(text).map(reader::mapping);
        List<RuleFault> faults = reader.yaml.faults();
        if (!faults.isEmpty()) {
            throw new UsersFault(
                    String.join("\n", faults.stream().map(RuleFault::toString).toList()));
        }
        return mapping.orElseThrow();
    }

    private Mapping mapping(Node root) {
        Map<String, Node> names = yaml.object(root, "a mapping", NAMES);
        Dates dates = dates(names, root);
        Node groupBy = names.get("groupBy");
        return new Mapping(
                separator(names.get("separator")),
                encoding(names.get("encoding")),
                dates,
                groupBy == null ? null : column(groupBy),
                fields(names.get("fields"), root),
                names.containsKey("factors") ? factors.read(names.get("factors")) : noFactors(root),
                columns);
    }

    private List<FactorColumn> noFactors(Node root) {
        yaml.fault(root, "`factors` is missing", "name at least one column that says something about a factor");
        return List.of();
    }

    private String column(Node at) {
        String name = yaml.word(at);
        columns.put(yaml.place(at), name);
        return name;
    }

    private char separator(@Nullable Node at) {
        String text = at == null ? "," : yaml.word(at);
        if (text.length() != 1 || "\"\n\r".contains(text)) {
            yaml.fault(Objects.requireNonNull(at), "`separator` is one sign", "such as \",\", \";\" or \"\\t\"");
            return ',';
        }
        return text.charAt(0);
    }

    private Charset encoding(@Nullable Node at) {
        String name = at == null ? "UTF-8" : yaml.word(at);
        if (at != null && !ENCODINGS.contains(name)) {
            yaml.fault(
                    at,
                    "unknown encoding " + Quoted.of(name) + Nearest.hint(name, ENCODINGS),
                    "allowed: " + String.join(", ", ENCODINGS));
            return StandardCharsets.UTF_8;
        }
        return Charset.forName(name);
    }

    private Dates dates(Map<String, Node> names, Node root) {
        if (!names.containsKey("dates") && !names.containsKey("times")) {
            yaml.fault(root, "`dates` is missing", "say how days are written, such as `dates: [\"dd/MM/yyyy\"]`");
        }
        return new Dates(patterns(names.get("dates")), patterns(names.get("times")), zone(names.get("zone")));
    }

    private List<String> patterns(@Nullable Node at) {
        List<String> patterns = new ArrayList<>();
        for (Node one : at == null ? List.<Node>of() : yaml.list(at)) {
            String pattern = yaml.word(one);
            try {
                Dates.formatter(pattern);
                patterns.add(pattern);
            } catch (IllegalArgumentException none) {
                yaml.fault(one, Quoted.of(pattern) + " says no way to write a day", "such as `dd/MM/yyyy`");
            }
        }
        return patterns;
    }

    private ZoneId zone(@Nullable Node at) {
        String name = at == null ? "Europe/London" : yaml.word(at);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException none) {
            yaml.fault(
                    Objects.requireNonNull(at),
                    "unknown time zone " + Quoted.of(name) + Nearest.hint(name, ZoneId.getAvailableZoneIds()),
                    "such as `Europe/London`");
            return ZoneId.of("Europe/London");
        }
    }

    private Map<Field, Source> fields(@Nullable Node at, Node root) {
        Map<Field, Source> fields = new EnumMap<>(Field.class);
        if (at != null) {
            List<String> codes = Stream.of(Field.values()).map(Field::code).toList();
            Map<String, Node> named = yaml.object(at, "`fields`", codes);
            for (Field field : Field.values()) {
                Node of = named.get(field.code());
                if (of != null) {
                    fields.put(field, field(field, of));
                }
            }
        }
        for (Field needed : NEEDED) {
            if (!fields.containsKey(needed)) {
                yaml.fault(
                        at == null ? root : at,
                        "`fields` says nothing of `" + needed.code() + "`",
                        "give it a `column`, a `value` or a `text`");
            }
        }
        return fields;
    }

    private Source field(Field field, Node at) {
        Map<String, Node> names = yaml.object(at, "`" + field.code() + "`", OF_FIELD);
        List<String> given =
                Stream.of("column", "value", "text").filter(names::containsKey).toList();
        if (given.size() != 1) {
            yaml.fault(at, "`" + field.code() + "` comes from one of `column`, `value` and `text`", "name one of them");
            return new Source.Always("");
        }
        Node from = Objects.requireNonNull(names.get(given.get(0)));
        return switch (given.get(0)) {
            case "value" -> always(field, from);
            case "text" -> new Source.Joined(parts(from));
            default -> new Source.Column(column(from), codes(field, names.get("codes")), ignore(names.get("ignore")));
        };
    }

    private Source always(Field field, Node at) {
        String value = yaml.word(at);
        checkCode(field, value, at);
        return new Source.Always(value);
    }

    private List<Source.Part> parts(Node at) {
        List<Source.Part> parts = new ArrayList<>();
        Matcher matcher = BRACES.matcher(yaml.word(at));
        while (matcher.find()) {
            String name = matcher.group(1);
            parts.add(name == null ? new Source.Part(matcher.group(2), false) : new Source.Part(name, true));
            if (name != null) {
                // Several columns stand in one text: each has a place of its own.
                columns.put(
                        new Place(
                                yaml.place(at).file(),
                                yaml.place(at).line(),
                                yaml.place(at).column() + 1 + matcher.start()),
                        name);
            }
        }
        if (parts.stream().noneMatch(Source.Part::column)) {
            yaml.fault(at, "`text` names no column", "put columns in braces, or use `value`");
        }
        return parts;
    }

    private Map<String, String> codes(Field field, @Nullable Node at) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (at != null) {
            yaml.entries(at, "`codes`").forEach((code, meaning) -> {
                String value = yaml.word(meaning);
                checkCode(field, value, meaning);
                codes.put(code, value);
            });
        }
        return codes;
    }

    private void checkCode(Field field, String value, Node at) {
        List<String> agencies = Stream.of(Agency.values()).map(Coded::code).toList();
        if (field == Field.REFERRED_BY && !agencies.contains(value)) {
            yaml.fault(
                    at,
                    "unknown agency " + Quoted.of(value) + Nearest.hint(value, agencies),
                    "allowed: " + String.join(", ", agencies));
        }
    }

    private Set<String> ignore(@Nullable Node at) {
        return at == null ? Set.of() : new HashSet<>(yaml.words(at));
    }
}
