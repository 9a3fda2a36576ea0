package org.waymark.ruleset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;

/**
 * What the policy asks for, row by row, and where each row is kept: so that no rule drops out of a rule set, and none
 * comes in, without somebody having written it down.
 */
public final class Register {

    /** The name of the file within a rule set. */
    public static final String FILE = "register.csv";

    /** What holds in every rule set and cannot be edited: the rows that Java keeps. */
    private static final Set<String> KEPT_IN_JAVA = Set.of(
            "EN-01", "EN-02", "GD-03", "GD-04", "GD-05", "GD-07", "GD-08", "GD-10", "GD-11", "MA-20", "TR-02", "TR-03");

    /** What holds over recorded decisions: the rows that casework keeps. */
    private static final Set<String> KEPT_IN_CASEWORK = Set.of("GD-06", "MA-17", "MA-18", "SY-09", "SY-10");

    private static final List<String> COLUMNS = List.of("id", "kind", "title", "where");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    /** Where a row is kept. */
    public enum Kind {
        /** A line of a rule file. */
        RULE,
        /** Java, in every rule set. */
        GUARD,
        /** Casework: a clock or a signature over recorded decisions, which no screening of one contact can see. */
        CASEWORK;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /**
     * One row.
     *
     * @param where for a guard or casework what stands in the place of a rule, else empty
     * @param place where it stands in the file
     */
    public record Row(String id, Kind kind, String title, String where, Place place) {}

    private final Map<String, Row> rows;

    private Register(Map<String, Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads the register of a rule set.
     *
     * @throws RuleSetRejected with every fault in it, where it is missing or cannot be read
     */
    public static Register of(RuleFiles files) throws RuleSetRejected {
        Faults faults = new Faults();
        byte[] content = files.files().get(FILE);
        if (content == null) {
            faults.add(new Place(FILE, 1, 1), "the rule set has no `" + FILE + "`", "add one, a row for each rule");
            faults.orThrow();
            throw new IllegalStateException("unreachable: a fault was thrown");
        }
        Map<String, Row> rows =
                Texts.read(FILE, content, faults).map(csv -> rows(csv, faults)).orElse(Map.of());
        faults.orThrow();
        return new Register(rows);
    }

    private static Map<String, Row> rows(String csv, Faults faults) {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                faults.add(
                        new Place(FILE, 1, 1),
                        "the first row is `" + String.join(",", parser.getHeaderNames()) + "`",
                        "it must be `" + String.join(",", COLUMNS) + "`");
                return rows;
            }
            for (CSVRecord record : parser) {
                Place place = new Place(FILE, (int) parser.getCurrentLineNumber(), 1);
                row(record, place, faults).ifPresent(row -> add(row, rows, faults));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
            faults.add(new Place(FILE, 1, 1), "the file is not a table: " + notCsv.getMessage(), "");
        }
        return rows;
    }

    private static Optional<Row> row(CSVRecord record, Place place, Faults faults) {
        if (!record.isConsistent()) {
            faults.add(
                    place,
                    "the row has " + record.size() + " cells where the header has " + COLUMNS.size(),
                    "put a cell with a comma in quotation marks");
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.of(record.get("kind"));
        if (kind.isEmpty()) {
            faults.add(
                    place,
                    "unknown kind `" + record.get("kind") + "`",
                    Spelling.fix(
                            record.get("kind"),
                            Stream.of(Kind.values()).map(Kind::code).toList()));
            return Optional.empty();
        }
        Row row = new Row(record.get("id"), kind.get(), record.get("title"), record.get("where"), place);
        if (row.kind() != Kind.RULE && row.where().isEmpty()) {
            faults.add(place, "`" + row.id() + "` is no rule and does not say where it is kept", "fill `where`");
        }
        return Optional.of(row);
    }

    private static void add(Row row, Map<String, Row> rows, Faults faults) {
        Row first = rows.putIfAbsent(row.id(), row);
        if (first != null) {
            faults.add(
                    row.place(),
                    "`" + row.id() + "` stands twice, first at line "
                            + first.place().line(),
                    "take one out");
        }
    }

    public Collection<Row> rows() {
        return rows.values();
    }

    /** How many rows are kept where. */
    public int count(Kind kind) {
        return (int) rows.values().stream().filter(row -> row.kind() == kind).count();
    }

    /** Every row that is not kept where it says, and every line of a rule that no row asks for. */
    public List<RuleFault> against(Collection<Rule> rules) {
        Map<String, Rule> lines = rules.stream()
                .collect(Collectors.toMap(Rule::id, rule -> rule, (one, other) -> one, () -> new TreeMap<>()));
        Stream<RuleFault> missing = rows.values().stream().flatMap(row -> fault(row, lines).stream());
        Stream<RuleFault> strange = lines.values().stream()
                .filter(rule -> !rows.containsKey(rule.id()))
                .map(rule -> new RuleFault(
                        rule.place(), "`" + rule.id() + "` is not in `" + FILE + "`", "add a row of kind `rule`"));
        return Stream.concat(missing, strange).sorted().toList();
    }

    private static Optional<RuleFault> fault(Row row, Map<String, Rule> lines) {
        boolean isLine = lines.containsKey(row.id());
        return switch (row.kind()) {
            case RULE ->
                isLine
                        ? Optional.empty()
                        : Optional.of(new RuleFault(
                                row.place(),
                                "no rule file has a line `" + row.id() + "`",
                                Spelling.fix(row.id(), lines.keySet())));
            case GUARD ->
                KEPT_IN_JAVA.contains(row.id())
                        ? Optional.empty()
                        : Optional.of(new RuleFault(
                                row.place(),
                                "`" + row.id() + "` is not among what is kept in Java",
                                Spelling.fix(row.id(), KEPT_IN_JAVA)));
            case CASEWORK -> casework(row, isLine);
        };
    }

    private static Optional<RuleFault> casework(Row row, boolean isLine) {
        if (isLine) {
            return Optional.of(new RuleFault(
                    row.place(),
                    "`" + row.id() + "` is left to casework here and is a line of a rule file too",
                    "make it a row of kind `rule`"));
        }
        return KEPT_IN_CASEWORK.contains(row.id())
                ? Optional.empty()
                : Optional.of(new RuleFault(
                        row.place(),
                        "`" + row.id() + "` is not among what casework keeps",
                        Spelling.fix(row.id(), KEPT_IN_CASEWORK)));
    }
}
