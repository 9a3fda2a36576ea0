package org.waymark.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.screening.Screener;
import org.waymark.screening.SmallCatalogue;
import org.waymark.screening.rule.RuleSet;

/** The files of a rule set that a test writes itself, over the small catalogue. */
public final class SmallRules {

    /** A rule with which nothing is wrong. */
    public static final String GOOD = """
            rule "SG-12 Missing three times in 30 days"
                @Source("policy choice")
                @Statement("Missing {going-missing.times} times between {going-missing.first} and {going-missing.last}.")
            when
                Happened( factor == "going-missing", withinDays == 30, times >= 3 )
            then
                refer.to(SAFEGUARDING, SAME_DAY).andTo(MACE, STANDARD, ONE_WORKING_DAY);
            end
            """;

    static final String MANIFEST = """
            name: "test.1"
            levels: [screen, standard, high]
            pathways:
              safeguarding: {name: "Safeguarding", legalBasis: "Children Act 1989"}
              mace: {name: "MACE", legalBasis: "Children Act 2004"}
              early-help: {name: "Early help", legalBasis: "the family agrees"}
              enforcement: {name: "Enforcement", legalBasis: "Data Protection Act 2018 Part 3"}
            """;

    /** The seven rows above the first rule of a table, each cell in quotes. */
    private static final String TABLE_HEAD = rows(
            "RuleSet|waymark.rules||||||",
            "|||||||",
            "RuleTable Thresholds|||||||",
            "NAME|CONDITION|CONDITION|CONDITION|ACTION|ACTION|METADATA|METADATA",
            "|Happened...|Happened...|Happened...||||",
            "|factor == \"$param\"|withinDays == $param|times >= $param|refer.to(SAFEGUARDING, $param);"
                    + "|refer.to(MACE, $param);|Statement(\"$param\")|Source(\"$param\")",
            "Rule|What happened|Within days|How often|Safeguarding|MACE|Statement|Source");

    private final Map<String, byte[]> files = new TreeMap<>();

    private SmallRules() {
        SmallCatalogue.files().forEach(this::put);
        put("manifest.yaml", MANIFEST);
        put("bank-holidays.csv", "date,name\n2026-04-03,Good Friday\n2026-04-06,Easter Monday\n");
    }

    /** The manifest of a version with that name. */
    public static String manifest(String name) {
        return MANIFEST.replace("test.1", name);
    }

    /** A rule set of these rules, in one file, {@code rules.drl}. */
    public static SmallRules of(String... rules) {
        return new SmallRules().with("rules.drl", String.join("\n", rules));
    }

    /** A line of a rule in which only what it reads and gives matters. */
    public static String line(String id, String when, String then) {
        return line(id, "Told in the test.", when, then);
    }

    public static String line(String id, String statement, String when, String then) {
        return """
                rule "%s A line of this test"
                    @Source("this test")
                    @Statement("%s")
                when
                    %s
                then
                    refer%s;
                end
                """.formatted(id, statement, when, then);
    }

    /** The same with another file, or other content of a file. */
    public SmallRules with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public SmallRules with(String name, byte[] content) {
        SmallRules more = new SmallRules();
        more.files.putAll(files);
        more.files.put(name, content);
        return more;
    }

    private void put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RuleFiles files() {
        return RuleFiles.of(new LinkedHashMap<>(files));
    }

    /** Compiles the rules. */
    public Screener screener() {
        return new Screener(ruleSet());
    }

    /** Compiles the rules. */
    public RuleSet ruleSet() {
        try {
            return RuleSetReader.read(files());
        } catch (RuleSetRejected rejected) {
            throw new AssertionError(rejected.getMessage(), rejected);
        }
    }

    /** The faults for which the rules are turned away; none where they are not, and then they were compiled. */
    List<RuleFault> faults() {
        try {
            RuleSetReader.read(files());
            return List.of();
        } catch (RuleSetRejected rejected) {
            return rejected.faults();
        }
    }

    /** The faults as a policy officer reads them, one a line. */
    String told() {
        return faults().stream().map(RuleFault::toString).collect(Collectors.joining("\n"));
    }

    /** Rows of a table whose cells are divided by bars, as a spreadsheet saves them. */
    static String rows(String... rows) {
        return Stream.of(rows)
                .map(row -> Stream.of(row.split("\\|", -1))
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    /**
     * A decision table of events: name, factor, days, how often, safeguarding, MACE, statement and source. Its first
     * rule stands in row 8.
     */
    static String table(String... rows) {
        return TABLE_HEAD + rows(rows);
    }
}
