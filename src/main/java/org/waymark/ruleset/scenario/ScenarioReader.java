package org.waymark.ruleset.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.ruleset.Faults;
import org.waymark.screening.rule.Place;
import org.waymark.screening.rule.RuleSet;

/** The road from a folder of YAML to scenarios that can be run. */
public final class ScenarioReader {

    private static final String SUFFIX = ".yaml";
    private static final String README = "README.md";

    private final RuleSet ruleSet;
    private final Faults faults = new Faults();

    private ScenarioReader(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /**
     * Reads every scenario of a folder. A folder that is not there has none, which a run tells.
     *
     * @param ruleSet whose catalogue, levels and lines the scenarios may name
     * @throws ScenariosRejected with every fault that was found, where there is one
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static Scenarios read(Path folder, RuleSet ruleSet) throws ScenariosRejected {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return new Scenarios(folder.toString(), List.of());
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !name.startsWith(".") && !name.equals(README)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the scenarios at `" + folder + "` cannot be read", unreadable);
        }
        return read(folder.toString(), files, ruleSet);
    }

    /**
     * Reads every scenario of these files.
     *
     * @param folder what a message calls the place where they stand
     * @param files contents by name
     * @throws ScenariosRejected with every fault that was found, where there is one
     */
    public static Scenarios read(String folder, Map<String, byte[]> files, RuleSet ruleSet) throws ScenariosRejected {
        return new ScenarioReader(ruleSet).read(folder, new TreeMap<>(files));
    }

    private Scenarios read(String folder, SortedMap<String, byte[]> files) throws ScenariosRejected {
        EntryReader reader = new EntryReader(ruleSet);
        List<Scenario> scenarios = new ArrayList<>();
        files.forEach((name, content) -> {
            if (!name.endsWith(SUFFIX)) {
                faults.add(
                        new Place(name, 1, 1),
                        "`" + name + "` is not a file of scenarios",
                        "scenarios end in " + SUFFIX);
                return;
            }
            YamlFile.read(name, content, faults)
                    .ifPresent(root -> root.items("a list of scenarios, each after a hyphen,")
                            .forEach(entry -> scenarios.addAll(reader.read(entry))));
        });
        if (faults.any()) {
            throw new ScenariosRejected(faults.found());
        }
        return new Scenarios(folder, scenarios);
    }
}
