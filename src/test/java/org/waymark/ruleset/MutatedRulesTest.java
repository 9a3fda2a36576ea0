package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.Rule;

/** Rule files with every kind of slip: nothing but a list of faults comes out, or rules of known words alone. */
class MutatedRulesTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** What a hostile author would try, and what a tired one would. */
    private static final List<String> SCRAPS = List.of(
            "\"",
            "'",
            "\\",
            "(",
            ")",
            "{",
            "}",
            ";",
            ",",
            ".",
            "$",
            "@",
            "#",
            "//",
            "/*",
            "*/",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u202e",
            "\ufeff",
            "rule",
            "end",
            "when",
            "then",
            "not",
            "refer",
            "eval(",
            "from",
            "or",
            "&&",
            "==",
            ">=",
            "System.exit(0)",
            "99999999999",
            "-1",
            "0",
            "3.14159",
            "1e9",
            "{going-missing.times}",
            "{",
            "\u0131",
            "é",
            "RuleTable",
            "$param",
            "$1",
            "forall",
            "\"\"",
            ",,,,",
            "!!int x",
            "&a",
            "*a",
            "<<:",
            "- ",
            ": ",
            "? ");

    private static int tries() {
        return Integer.getInteger("waymark.fuzzTries", 2_000) / 2;
    }

    private static Map<String, byte[]> repository() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<java.nio.file.Path> found = Files.list(java.nio.file.Path.of("rules"))) {
            for (java.nio.file.Path file : found.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("README.md")) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return files;
    }

    /** Small pieces of the repository's own files, so that one try reads a rule or two and not a thousand. */
    static String piece(String content, Random random) {
        List<String> paragraphs = List.of(content.split("(?<=\n)(?=\n|rule )"));
        int from = random.nextInt(paragraphs.size());
        return String.join("", paragraphs.subList(from, Math.min(paragraphs.size(), from + 3)));
    }

    static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
            int at = random.nextInt(mutant.length() + 1);
            int to = Math.min(mutant.length(), at + random.nextInt(12));
            String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
            switch (random.nextInt(5)) {
                case 0 -> mutant.insert(at, scrap);
                case 1 -> mutant.delete(at, to);
                case 2 -> mutant.replace(at, to, scrap);
                case 3 -> mutant.insert(at, mutant.substring(at, to));
                default -> mutant.insert(at, scrap.repeat(1 + random.nextInt(50)));
            }
        }
        return mutant.toString();
    }

    /** The road of a rule set without its last step: nothing is compiled. */
    private static List<Rule> read(Map<String, byte[]> files) throws RuleSetRejected {
        return RuleSetReader.check(RuleFiles.of(files)).rules();
    }

    @Test
    void mutatedFilesAreRejectedOrReadAndNothingElse() {
        Map<String, byte[]> good = repository();
        List<String> names = new ArrayList<>(good.keySet());
        Random random = new Random(20260311);
        Map<String, byte[]> small = new TreeMap<>(good);
        small.keySet().removeIf(name -> name.contains(".drl"));
        int accepted = 0;
        for (int i = 0; i < tries(); i++) {
            String name = names.get(random.nextInt(names.size()));
            String content = new String(good.get(name), StandardCharsets.UTF_8);
            String mutant = mutated(name.endsWith(".drl") ? piece(content, random) : content, random);
            Map<String, byte[]> files = new TreeMap<>(small);
            files.put("safety.drl", good.get("safety.drl"));
            files.put(name, mutant.getBytes(StandardCharsets.UTF_8));
            accepted += isAcceptedAndPlain(files, name + ":\n" + mutant) ? 1 : 0;
        }
        assertThat(accepted).as("some slips do no harm").isPositive().isLessThan(tries());
    }

    @Test
    void mutatedBytesAreRejectedOrReadAndNothingElse() {
        Random random = new Random(20260312);
        byte[] good = SmallRules.GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < tries(); i++) {
            byte[] mutant = good.clone();
            for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            isAcceptedAndPlain(
                    SmallRules.of().with("rules.drl", mutant).files().files(),
                    new String(mutant, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isAcceptedAndPlain(Map<String, byte[]> files, String shown) {
        List<Rule> rules = Assertions.assertTimeout(A_MOMENT, () -> readOrNothing(files, shown), shown);
        if (!rules.isEmpty()) {
            assertThat(PrintedWords.strange(RulePrinter.print(rules), rules))
                    .as(shown)
                    .isEmpty();
        }
        return !rules.isEmpty();
    }

    private static List<Rule> readOrNothing(Map<String, byte[]> files, String shown) {
        try {
            return read(files);
        } catch (RuleSetRejected rejected) {
            assertThat(rejected.faults()).as(shown).isNotEmpty();
            return List.of();
        } catch (RuntimeException | Error broken) {
            throw new AssertionError(shown, broken);
        }
    }

    @Test
    void theRepositorysRulesArePrintedInWordsThatThePrinterKnows() throws RuleSetRejected {
        List<Rule> rules = read(repository());

        assertThat(rules).hasSizeGreaterThan(300);
        assertThat(PrintedWords.strange(RulePrinter.print(rules), rules)).isEmpty();
    }
}
