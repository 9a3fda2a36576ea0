package org.waymark.ruleset.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads of the scenarios what the book tells: which line, how many cases, and why a case is just below. */
public final class BookScenarios {

    private static final String FOLDER = "scenarios";

    private final List<BookScenario> scenarios = new ArrayList<>();
    private final List<RuleFault> faults = new ArrayList<>();

    private BookScenarios() {}

    /**
     * The scenarios of a rule set, file by file; none where it has no folder of them.
     *
     * @param folder the rule set
     * @throws RuleSetRejected where a file is no list of scenarios
     */
    public static List<BookScenario> of(Path folder) throws RuleSetRejected {
        BookScenarios reader = new BookScenarios();
        Path scenarios = folder.resolve(FOLDER);
        if (Files.isDirectory(scenarios)) {
            try (Stream<Path> files = Files.list(scenarios)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".yaml")) {
                        reader.read(FOLDER + "/" + file.getFileName(), Files.readString(file));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the scenarios at `" + scenarios + "` cannot be read", unreadable);
            }
        }
        if (!reader.faults.isEmpty()) {
            throw new RuleSetRejected(reader.faults);
        }
        return List.copyOf(reader.scenarios);
    }

    private void read(String file, String text) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (loaded instanceof List<?> list) {
                list.forEach(one -> scenario(file, one));
            } else if (loaded != null) {
                fault(file, 1, 1, "the file is not a list of scenarios", "begin each with `- rule: `");
            }
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            int column = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getColumn() + 1;
            fault(file, line, column, "the file is not YAML: " + notYaml.getProblem(), "");
        } catch (RuntimeException | StackOverflowError notYaml) {
            fault(file, 1, 1, "the file is not plain YAML: " + notYaml.getMessage(), "use texts and lists only");
        }
    }

    private void scenario(String file, @Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> scenario) || !(scenario.get("rule") instanceof String rule)) {
            fault(file, 1, 1, "a scenario names no rule", "begin each with `- rule: `");
            return;
        }
        List<String> whys = new ArrayList<>();
        if (scenario.get("below") instanceof List<?> below) {
            for (Object one : below) {
                if (one instanceof Map<?, ?> given && given.get("why") != null) {
                    whys.add(String.valueOf(given.get("why")).strip());
                }
            }
        }
        scenarios.add(new BookScenario(rule, scenario.get("fires") == null ? 0 : 1, whys));
    }

    private void fault(String file, int line, int column, String message, String fix) {
        faults.add(new RuleFault(new Place(file, line, column), message, fix));
    }
}
