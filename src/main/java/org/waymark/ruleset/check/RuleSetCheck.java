package org.waymark.ruleset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.Register;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.coverage.Coverage;
import org.waymark.ruleset.coverage.CoverageReport;
import org.waymark.ruleset.coverage.Share;
import org.waymark.ruleset.coverage.Vocabulary;
import org.waymark.ruleset.coverage.VocabularyReport;
import org.waymark.ruleset.lint.Finding;
import org.waymark.ruleset.lint.Lint;
import org.waymark.ruleset.lint.LintReport;
import org.waymark.ruleset.mutation.Mutant.Part;
import org.waymark.ruleset.mutation.Mutation;
import org.waymark.ruleset.mutation.MutationReport;
import org.waymark.ruleset.safety.SafetyReport;
import org.waymark.ruleset.safety.SafetySearch;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenarioReport;
import org.waymark.ruleset.scenario.Scenarios;
import org.waymark.ruleset.scenario.ScenariosRejected;
import org.waymark.screening.Screener;
import org.waymark.screening.rule.RuleSet;
import org.waymark.screening.rule.TreeEngine;

/** Checks a rule set whole. The same files give the same report. */
public final class RuleSetCheck {

    /** The share of small changes that the scenarios must notice, in per cent. A policy choice of this project. */
    public static final double NOTICED = 95;

    private final Consumer<Section> heard;
    private final @Nullable CheckedRules against;
    private final List<Section> sections = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private RuleSetCheck(@Nullable CheckedRules against, Consumer<Section> heard) {
        this.against = against;
        this.heard = heard;
    }

    /**
     * Checks these files.
     *
     * @param heard is told each section as soon as it is known: all of it takes a minute or more
     */
    public static CheckReport of(RuleFiles files, Consumer<Section> heard) {
        return of(files, null, heard);
    }

    /**
     * Checks these files, and says what is lowered by them.
     *
     * @param against the rule set that they would come after, or that is in force; absent where there is none
     * @param heard is told each section as soon as it is known
     */
    public static CheckReport of(RuleFiles files, @Nullable CheckedRules against, Consumer<Section> heard) {
        return new RuleSetCheck(against, heard).check(files);
    }

    private CheckReport check(RuleFiles files) {
        Optional<CheckedRules> read = read(files);
        read.ifPresent(rules -> {
            register(files, rules);
            Optional<Scenarios> scenarios = scenarios(files, rules.asked());
            lint(files, rules, scenarios.orElse(null));
            Optional<RuleSet> compiled = compile(files, rules);
            scenarios.ifPresent(found -> {
                compiled.ifPresent(ruleSet -> run(found, ruleSet));
                reach(found, rules.asked());
            });
            safety(rules.asked());
            scenarios.ifPresent(found -> mutation(found, rules.asked()));
        });
        return new CheckReport(name(read.orElse(null)), files.hash(), sections, findings);
    }

    private static @Nullable String name(@Nullable CheckedRules rules) {
        return rules == null ? null : rules.manifest().name();
    }

    private void add(String name, boolean ok, String headline, List<String> details) {
        Section section = new Section(name, ok, headline, details);
        sections.add(section);
        heard.accept(section);
    }

    private Optional<CheckedRules> read(RuleFiles files) {
        try {
            CheckedRules rules = RuleSetReader.check(files);
            long families =
                    rules.rules().stream().map(rule -> rule.family()).distinct().count();
            add(
                    "Rules",
                    true,
                    rules.rules().size() + " lines of " + families + " rules over "
                            + rules.catalogue().factors().size() + " factors read without a fault.",
                    List.of());
            return Optional.of(rules);
        } catch (RuleSetRejected rejected) {
            findings.addAll(Lint.of(rejected));
            add("Rules", false, counted(rejected.faults().size(), "fault") + ".", told(rejected.faults()));
            return Optional.empty();
        }
    }

    private void register(RuleFiles files, CheckedRules rules) {
        try {
            Register register = Register.of(files);
            List<RuleFault> faults = register.against(rules.rules());
            int rows = register.rows().size();
            String where = register.count(Register.Kind.RULE) + " in rule files, "
                    + register.count(Register.Kind.GUARD) + " kept in Java, " + register.count(Register.Kind.CASEWORK)
                    + " left to casework";
            String headline = faults.isEmpty()
                    ? "every one of " + rows + " rows is accounted for: " + where + "."
                    : "of " + rows + " rows (" + where + ") not every one is accounted for.";
            add("Register", faults.isEmpty(), headline, told(faults));
        } catch (RuleSetRejected rejected) {
            add("Register", false, "cannot be read.", told(rejected.faults()));
        }
    }

    private Optional<Scenarios> scenarios(RuleFiles files, RuleSet ruleSet) {
        try {
            return Optional.of(ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), ruleSet));
        } catch (ScenariosRejected rejected) {
            add("Scenarios", false, "cannot be read.", told(rejected.faults()));
            return Optional.empty();
        }
    }

    private void lint(RuleFiles files, CheckedRules rules, @Nullable Scenarios scenarios) {
        try {
            LintReport report = Lint.of(rules, files, scenarios, against);
            findings.addAll(report.findings());
            add("Lint", report.ok(), report.headline(), report.lines());
        } catch (RuleSetRejected rejected) {
            add("Lint", false, "`" + RuleFiles.ACCEPTED + "` cannot be read.", told(rejected.faults()));
        }
    }

    private Optional<RuleSet> compile(RuleFiles files, CheckedRules rules) {
        try {
            RuleSet compiled = RuleSetReader.read(files);
            add("Engine", true, "Drools " + RuleSetReader.engineVersion() + " compiles it.", List.of());
            return Optional.of(compiled);
        } catch (RuleSetRejected | IllegalStateException | LinkageError broken) {
            add("Engine", false, "Drools does not compile it.", List.of(String.valueOf(broken.getMessage())));
            return Optional.empty();
        }
    }

    private void run(Scenarios scenarios, RuleSet compiled) {
        EnginesCompared compared = new EnginesCompared(compiled.engine(), new TreeEngine(compiled.rules()));
        ScenarioReport report = scenarios.run(new Screener(compiled.with(compared)));
        List<String> lines = report.lines();
        boolean ok = report.holds() && report.isComplete();
        add(
                "Scenarios",
                ok,
                ok ? "all hold: " + lines.get(0) : lines.get(0),
                ok ? List.of() : lines.subList(1, lines.size()));
        List<String> differences = compared.differences();
        add(
                "Meaning",
                differences.isEmpty(),
                differences.isEmpty()
                        ? "in all of " + compared.rounds() + " passes Drools fired what the rule tree says."
                        : "Drools fires something else than the rule tree says.",
                differences);
    }

    private void reach(Scenarios scenarios, RuleSet ruleSet) {
        CoverageReport coverage = Coverage.of(ruleSet, scenarios);
        boolean whole = Stream.of(coverage.fired(), coverage.met(), coverage.unmet(), coverage.unmetAlone())
                .allMatch(Share::isAll);
        List<String> reached = coverage.lines();
        add("Coverage", whole, String.join(" ", headlines(reached, coverage)), gaps(reached, coverage));
        VocabularyReport words = Vocabulary.of(ruleSet, scenarios);
        List<String> spoken = words.lines();
        add("Vocabulary", words.missing().isEmpty(), spoken.get(0), spoken.subList(1, spoken.size()));
    }

    private static List<String> headlines(List<String> lines, CoverageReport report) {
        return lines.subList(0, lines.size() - report.gaps().size());
    }

    private static List<String> gaps(List<String> lines, CoverageReport report) {
        return lines.subList(lines.size() - report.gaps().size(), lines.size());
    }

    private void safety(RuleSet ruleSet) {
        SafetyReport report = SafetySearch.of(ruleSet).report();
        List<String> lines = report.lines();
        String cases = String.format(Locale.ROOT, " (%,d cases screened)", report.casesScreened());
        String headline = report.ok()
                ? "every promise held in every case" + cases + "."
                : lines.get(0).replace("Safety: ", "");
        add("Safety", report.ok(), headline, lines.subList(1, lines.size()));
    }

    private void mutation(Scenarios scenarios, RuleSet ruleSet) {
        MutationReport report = Mutation.of(ruleSet, scenarios);
        boolean enough =
                Stream.of(Part.values()).allMatch(part -> report.noticed(part).percent() >= NOTICED);
        List<String> lines = report.lines();
        add("Mutation", enough, lines.get(0) + " " + lines.get(1), lines.subList(2, lines.size()));
    }

    private static List<String> told(List<RuleFault> faults) {
        return faults.stream().map(RuleFault::toString).toList();
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
