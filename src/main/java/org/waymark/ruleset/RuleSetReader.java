package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.base.util.Drools;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.CatalogueReader;
import org.waymark.assessment.InvalidCatalogue;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.WorkingDays;

/** The road from rule files to a rule set that can screen: read, parse, check, print, compile. */
public final class RuleSetReader {

    static final String MANIFEST = "manifest.yaml";
    private static final String FACTORS = "factors.csv";
    private static final String GROUPS = "groups.csv";
    private static final String AREAS = "areas.csv";
    private static final String HOLIDAYS = "bank-holidays.csv";
    private static final Set<String> DATA =
            Set.of(MANIFEST, FACTORS, GROUPS, AREAS, HOLIDAYS, Register.FILE, RuleFiles.ACCEPTED);
    private static final String RULES = ".drl";

    /** INVARIANT: a name has no line break. The hash of a rule set reads a name up to one. */
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final int MOST_RULES = 5_000;
    private static final String AS_IN_FORCE = "compare it with the same table of the rule set that is in force";

    private final RuleFiles files;
    private final Faults faults = new Faults();

    private RuleSetReader(RuleFiles files) {
        this.files = files;
    }

    /**
     * Makes a rule set of its files.
     *
     * @throws RuleSetRejected with every fault that was found, where there is one
     */
    public static RuleSet read(RuleFiles files) throws RuleSetRejected {
        CheckedRules checked = check(files);
        return new RuleSet(
                checked.manifest(),
                checked.hash(),
                checked.catalogue(),
                checked.workingDays(),
                checked.rules(),
                DroolsEngine.compile(checked.rules()));
    }

    /**
     * The same road without its last step, the compiling: for whoever reads the rules and does not screen with them. It
     * takes a second or two where compiling takes many.
     *
     * @throws RuleSetRejected with every fault that was found, where there is one
     */
    public static CheckedRules check(RuleFiles files) throws RuleSetRejected {
        return new RuleSetReader(files).check();
    }

    /** Whether a file of a rule set, beside its scenarios, may have this name. */
    static boolean mayBeCalled(String name) {
        return isPlain(name) && (Tables.isTable(name) || name.endsWith(RULES) || DATA.contains(name));
    }

    /** Whether this is the name of a file and nothing else. */
    static boolean isPlain(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    /**
     * The rules of rule files alone, over a catalogue and a manifest that were read before: for whoever reads very many.
     *
     * @throws RuleSetRejected with every fault that was found, where there is one
     */
    static List<Rule> rules(RuleFiles files, Catalogue catalogue, Manifest manifest) throws RuleSetRejected {
        RuleSetReader reader = new RuleSetReader(files);
        List<Rule> rules = reader.rules(reader.raw(), catalogue, manifest);
        reader.faults.orThrow();
        return rules;
    }

    /** The version of the engine that runs the rules. */
    public static String engineVersion() {
        return Drools.getFullVersion();
    }

    private CheckedRules check() throws RuleSetRejected {
        FileLimits.check(files, faults);
        Formulas.check(files, faults);
        Optional<ManifestReader.Manifested> manifest =
                text(MANIFEST).flatMap(text -> new ManifestReader(faults).read(text));
        Optional<Catalogue> catalogue = catalogue();
        WorkingDays workingDays = text(HOLIDAYS)
                .map(text -> new WorkingDays(new HolidayReader(HOLIDAYS, faults).read(text)))
                .orElse(new WorkingDays(Set.of()));
        List<RawRule> raw = raw();
        if (manifest.isEmpty() || catalogue.isEmpty()) {
            faults.orThrow();
            throw new IllegalStateException("a rule set without manifest or catalogue has no fault");
        }
        Manifest said = manifest.get().manifest();
        Notes notes = manifest.get().notes();
        List<Rule> rules = rules(raw, catalogue.get(), said);
        new NotesReader(MANIFEST, faults).check(notes, catalogue.get());
        faults.orThrow();
        return new CheckedRules(said, notes, files.hash(), catalogue.get(), workingDays, rules);
    }

    private List<RawRule> raw() {
        List<RawRule> raw = new ArrayList<>();
        files.files().forEach((name, content) -> raw.addAll(rules(name, content)));
        return raw;
    }

    private List<Rule> rules(List<RawRule> raw, Catalogue catalogue, Manifest manifest) {
        RuleReader reader = new RuleReader(catalogue, manifest, faults);
        List<Rule> rules = new ArrayList<>();
        raw.forEach(one -> reader.read(one).ifPresent(rules::add));
        rules.sort(Comparator.comparing(Rule::id));
        new RuleChecks(catalogue, faults).check(rules);
        new FairnessChecks(catalogue, manifest, faults).check(rules);
        if (rules.isEmpty() && !faults.any()) {
            faults.add(new Place(MANIFEST, 1, 1), "the rule set has no rule", "add a file ending in .drl");
        }
        if (rules.size() > MOST_RULES) {
            faults.add(new Place(MANIFEST, 1, 1), "the rule set has " + rules.size() + " rules", "");
        }
        return rules;
    }

    private Optional<String> text(String name) {
        byte[] content = files.files().get(name);
        if (content == null) {
            faults.add(new Place(name, 1, 1), "the rule set has no `" + name + "`", "add the file");
            return Optional.empty();
        }
        return Texts.read(name, content, faults);
    }

    private Optional<Catalogue> catalogue() {
        Optional<String> factors = text(FACTORS);
        Optional<String> groups = text(GROUPS);
        Optional<String> areas = text(AREAS);
        if (factors.isEmpty() || groups.isEmpty() || areas.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CatalogueReader.read(factors.get(), groups.get(), areas.get()));
        } catch (InvalidCatalogue invalid) {
            invalid.faults()
                    .forEach(fault ->
                            faults.add(new Place(fault.file(), (int) fault.line(), 1), fault.message(), AS_IN_FORCE));
            return Optional.empty();
        }
    }

    private List<RawRule> rules(String name, byte[] content) {
        if (!isPlain(name)) {
            faults.add(
                    new Place(MANIFEST, 1, 1),
                    "a file has a name that is no plain file name",
                    "use letters, digits, dots, hyphens and underscores, at most 100");
            return List.of();
        }
        if (Tables.isTable(name)) {
            return (name.endsWith(Workbooks.SUFFIX)
                            ? Workbooks.csv(name, content, faults)
                            : Texts.read(name, content, faults))
                    .map(csv -> table(name, csv))
                    .orElse(List.of());
        } else if (name.endsWith(RULES)) {
            return Texts.read(name, content, faults)
                    .map(text -> parsed(name, text, faults))
                    .orElse(List.of());
        } else if (!DATA.contains(name)) {
            faults.add(
                    new Place(name, 1, 1),
                    "`" + name + "` is not a file of a rule set",
                    "rules end in .drl, decision tables in .drl.csv or .drl.xlsx");
        }
        return List.of();
    }

    private static List<RawRule> parsed(String name, String text, Faults faults) {
        return new RuleParser(new Lexer(name, text, faults).tokens(), faults).rules();
    }

    /** Reads a table's rules from its expansion, and tells faults and places by row and cell of the table. */
    private List<RawRule> table(String name, String csv) {
        int before = faults.count();
        TableCells cells = new TableCells(name, faults);
        List<List<String>> rows = cells.read(csv);
        cells.checkSize(rows);
        cells.checkSections(rows);
        cells.checkRows(rows);
        if (faults.count() > before) {
            return List.of();
        }
        return Tables.expand(name, csv, faults)
                .map(expanded -> expanded(name, rows, cells, expanded))
                .orElse(List.of());
    }

    private List<RawRule> expanded(String name, List<List<String>> rows, TableCells cells, String expanded) {
        TablePlaces places = new TablePlaces(name, rows, expanded);
        cells.checkAllRead(rows, places.rows());
        Faults inText = new Faults();
        List<RawRule> rules = parsed(name, expanded, inText);
        inText.found().forEach(fault -> faults.add(places.inTable(fault)));
        return rules.stream().map(new TokenMover(places)::move).toList();
    }
}
