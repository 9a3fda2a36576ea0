package org.waymark.ruleset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFault;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.ScenariosRejected;

/** Every finding has a page, and what the page says to avoid is found, and what it says to prefer is not. */
class LintPagesTest {

    private static final Path PAGES = Path.of(RuleFault.LINT_PAGES);
    private static final List<String> SECTIONS = List.of("Avoid", "Prefer", "Why");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]+ (\\S+)\\n(.*?)^```$");
    private static final String ACTIVE = "active/";
    private static final String FACTORS = "factors.csv";

    private static String page(FindingKind kind) {
        return read(Path.of(kind.page()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new AssertionError("there is no page " + file, missing);
        }
    }

    private static String section(FindingKind kind, String name) {
        String page = page(kind);
        int from = page.indexOf("## " + name + "\n");
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    /** The files that a section shows, by their names. */
    private static Map<String, String> shown(String section) {
        Map<String, String> files = new TreeMap<>();
        Matcher blocks = BLOCK.matcher(section);
        while (blocks.find()) {
            files.merge(blocks.group(1), blocks.group(2), (one, other) -> one + "\n" + other);
        }
        assertThat(files).as("files of the section").isNotEmpty();
        return files;
    }

    /** The repository's catalogue and manifest with the rules of a section, and its factors below the others. */
    private static RuleFiles files(Map<String, String> shown, boolean active) {
        Map<String, byte[]> files =
                new TreeMap<>(RuleFiles.in(CheckedRulesOfThisRepository.FOLDER).all());
        files.keySet()
                .removeIf(name -> name.contains(".drl")
                        || name.startsWith(RuleFiles.SCENARIOS)
                        || name.equals(RuleFiles.ACCEPTED));
        shown.forEach((name, text) -> {
            if (name.equals(FACTORS)) {
                String all = new String(files.get(FACTORS), StandardCharsets.UTF_8) + text;
                files.put(FACTORS, all.getBytes(StandardCharsets.UTF_8));
            } else if (name.startsWith(ACTIVE) == active) {
                files.put(name.replace(ACTIVE, ""), text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return RuleFiles.of(files);
    }

    /** What the linter finds of this kind in what a section shows: what is about nothing that it shows is not of it. */
    private static List<Finding> found(FindingKind kind, String name) {
        String section = section(kind, name);
        Map<String, String> shown = shown(section);
        return lint(shown).stream()
                .filter(finding -> finding.kind() == kind)
                .filter(finding -> finding.about().stream().allMatch(section::contains))
                .toList();
    }

    private static List<Finding> lint(Map<String, String> shown) {
        RuleFiles files = files(shown, false);
        try {
            CheckedRules rules = RuleSetReader.check(files);
            boolean compared = shown.keySet().stream().anyMatch(name -> name.startsWith(ACTIVE));
            return Lint.of(
                            rules,
                            files,
                            ScenarioReader.read(RuleFiles.SCENARIOS, files.tests(), rules.asked()),
                            compared ? CheckedRulesOfThisRepository.read(files(shown, true)) : null)
                    .findings();
        } catch (RuleSetRejected rejected) {
            assertThat(rejected.faults())
                    .as("other faults")
                    .allMatch(fault -> !fault.page().isEmpty());
            return Lint.of(rejected);
        } catch (ScenariosRejected rejected) {
            throw new AssertionError(rejected.describe(), rejected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageSaysWhatToAvoidWhatToPreferAndWhy(FindingKind kind) {
        assertThat(page(kind)).startsWith("# " + kind.code() + "\n");
        assertThat(HEADING.matcher(page(kind)).results().map(found -> found.group(1)))
                .isEqualTo(SECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void whatToAvoidIsFound(FindingKind kind) {
        assertThat(found(kind, "Avoid")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatToPreferIsNot(FindingKind kind) {
        assertThat(found(kind, "Prefer")).isEmpty();
    }

    @Test
    void theIndexHasEveryPageOnce() {
        String index = read(PAGES.resolve("README.md"));

        assertThat(Pattern.compile("\\| \\[([a-z-]+)]\\(([a-z-]+)\\.md\\)")
                        .matcher(index)
                        .results())
                .allMatch(row -> row.group(1).equals(row.group(2)))
                .extracting(row -> row.group(1))
                .containsExactly(
                        Stream.of(FindingKind.values()).map(FindingKind::code).toArray(String[]::new));
    }

    @Test
    void thereIsNoPageAboutNothing() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrder(Stream.concat(
                                    Stream.of("README"),
                                    Stream.of(FindingKind.values()).map(FindingKind::code))
                            .toArray(String[]::new));
        }
    }
}
