package org.waymark.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String MANIFEST = "manifest.yaml";
    private static final String FACTORS = "factors.csv";
    private static final String GROUPS = "groups.csv";
    private static final String AREAS = "areas.csv";
    private static final String HOLIDAYS = "bank-holidays.csv";
    private static final Set<String> DATA = Set.of(MANIFEST, FACTORS, GROUPS, AREAS, HOLIDAYS);
    private static final String RULES = ".drl";
    private static final int MOST_RULES = 5_000;

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
        return new RuleSetReader(files).read();
    }

    /** The version of the engine that runs the rules. */
    public static String engineVersion() {
        return Drools.getFullVersion();
    }

    private RuleSet read() throws RuleSetRejected {
        Optional<Manifest> manifest = text(MANIFEST).flatMap(text -> new ManifestReader(faults).read(text));
        Optional<Catalogue> catalogue = catalogue();
        WorkingDays workingDays = text(HOLIDAYS)
                .map(text -> new WorkingDays(new HolidayReader(HOLIDAYS, faults).read(text)))
                .orElse(new WorkingDays(Set.of()));
        List<RawRule> raw = new ArrayList<>();
        files.files().forEach((name, content) -> raw.addAll(rules(name, content)));
        if (manifest.isEmpty() || catalogue.isEmpty()) {
            faults.orThrow();
            throw new IllegalStateException("a rule set without manifest or catalogue has no fault");
        }
        List<Rule> rules = rules(raw, catalogue.get(), manifest.get());
        faults.orThrow();
        return new RuleSet(
                manifest.get(), files.hash(), catalogue.get(), workingDays, rules, DroolsEngine.compile(rules));
    }

    private List<Rule> rules(List<RawRule> raw, Catalogue catalogue, Manifest manifest) {
        RuleReader reader = new RuleReader(catalogue, manifest, faults);
        List<Rule> rules = new ArrayList<>();
        raw.forEach(one -> reader.read(one).ifPresent(rules::add));
        rules.sort(Comparator.comparing(Rule::id));
        new RuleChecks(catalogue, faults).check(rules);
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
        if (name.equals(MANIFEST)) {
            return Texts.read(name, content, faults);
        }
        return Optional.of(new String(content, StandardCharsets.UTF_8));
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
                    .forEach(fault -> faults.add(new Place(fault.file(), (int) fault.line(), 1), fault.message(), ""));
            return Optional.empty();
        }
    }

    private List<RawRule> rules(String name, byte[] content) {
        if (name.endsWith(Tables.SUFFIX)) {
            return Texts.read(name, content, faults)
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
                    "rules end in .drl, decision tables in .drl.csv");
        }
        return List.of();
    }

    private static List<RawRule> parsed(String name, String text, Faults faults) {
        return new RuleParser(new Lexer(name, text, faults).tokens(), faults).rules();
    }

    /** Reads a table's rules from its expansion, and tells faults and places by row and cell of the table. */
    private List<RawRule> table(String name, String csv) {
        Optional<String> expanded = Tables.expand(name, csv, faults);
        if (expanded.isEmpty()) {
            return List.of();
        }
        TablePlaces places = new TablePlaces(name, csv, expanded.get());
        Faults inText = new Faults();
        List<RawRule> rules = parsed(name, expanded.get(), inText);
        inText.found().forEach(fault -> faults.add(places.inTable(fault)));
        return rules.stream().map(new TokenMover(places)::move).toList();
    }
}
