package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.waymark.screening.rule.Rule;

/**
 * The hostile corpus and the repository's own rules, changed at random: 100,000 files in a build. Each is turned away
 * with faults, or read as rules of known words alone; nothing runs, nothing hangs, nothing but faults comes out.
 */
class GuardFuzzTest {

    private static final long SEED = 20260314;
    private static final String OWNED = "waymark.owned";

    /** Far longer than all of it takes; a file that is read for ever is named when the time is over. */
    private static final Duration TOO_LONG = Duration.ofMinutes(30);

    /** What is changed: a file as a whole, or some paragraphs of it. */
    private record Original(String name, byte[] content, boolean inPieces) {

        private boolean isText() {
            return !name.endsWith(Workbooks.SUFFIX);
        }
    }

    private record Input(int number, String name, byte[] content) {

        private String shown() {
            return "seed " + SEED + ", input " + number + ", " + name + ":\n"
                    + new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    private final List<Original> originals = originals();
    private final CheckedRules good = CheckedRulesOfThisRepository.rules();

    /** 50 times as many as of other properties, for a file takes a fraction of a millisecond. */
    private static int tries() {
        return 50 * Integer.getInteger("waymark.fuzzTries", 2_000);
    }

    private static List<Original> originals() {
        List<Original> originals = new ArrayList<>();
        for (String folder : List.of("src/test/resources/hostile", "rules")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    byte[] content = name.contains(".drl") ? Files.readAllBytes(file) : new byte[0];
                    if (content.length > 0 && (content.length < 8_000 || folder.equals("rules"))) {
                        originals.add(new Original(name, content, folder.equals("rules") && name.endsWith(".drl")));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return originals;
    }

    private Input input(int number) {
        Random random = new Random(SEED + number * 0x9E3779B97F4A7C15L);
        Original original = originals.get(random.nextInt(originals.size()));
        if (!original.isText()) {
            return new Input(number, original.name(), bytesMutated(original.content(), random));
        }
        String text = new String(original.content(), StandardCharsets.UTF_8);
        String part =
                original.inPieces() ? MutatedRulesTest.piece(text, random) : shortened(original.name(), text, random);
        byte[] content = MutatedRulesTest.mutated(part, random).getBytes(StandardCharsets.UTF_8);
        return new Input(number, original.name(), random.nextInt(10) == 0 ? bytesMutated(content, random) : content);
    }

    /** Of a long table its heading and a few of its rows. */
    private static String shortened(String name, String text, Random random) {
        String[] lines = text.split("(?<=\n)");
        if (!name.endsWith(Tables.SUFFIX) || lines.length < 14) {
            return text;
        }
        int from = 7 + random.nextInt(lines.length - 9);
        return String.join("", List.of(lines).subList(0, 7)) + lines[from] + lines[from + 1];
    }

    private static byte[] bytesMutated(byte[] original, Random random) {
        byte[] mutant = original.clone();
        for (int slips = 1 + random.nextInt(4); slips > 0 && mutant.length > 0; slips--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    /** Whether the file was taken as rules. */
    private boolean isTaken(Input input) {
        try {
            List<Rule> rules = RuleSetReader.rules(
                    RuleFiles.of(Map.of(input.name(), input.content())), good.catalogue(), good.manifest());
            assertThat(PrintedWords.strange(RulePrinter.print(rules), rules))
                    .as(input.shown())
                    .isEmpty();
            return true;
        } catch (RuleSetRejected rejected) {
            assertThat(rejected.faults()).as(input.shown()).isNotEmpty();
            return false;
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError(input.shown(), broken);
        }
    }

    @Test
    void whateverIsInAFileOnlyFaultsOrPlainRulesComeOut() {
        System.clearProperty(OWNED);
        Map<Integer, Input> underWay = new ConcurrentHashMap<>();
        AtomicInteger taken = new AtomicInteger();
        Queue<String> owned = new ConcurrentLinkedQueue<>();
        Assertions.assertTimeoutPreemptively(
                TOO_LONG,
                () -> IntStream.range(0, tries()).parallel().forEach(number -> {
                    Input input = input(number);
                    underWay.put(number, input);
                    taken.addAndGet(isTaken(input) ? 1 : 0);
                    underWay.remove(number);
                    if (System.getProperty(OWNED) != null) {
                        owned.add(input.shown());
                    }
                }),
                () -> "not done with:\n"
                        + underWay.values().stream().map(Input::shown).toList());

        assertThat(owned).as("ran").isEmpty();
        assertThat(taken.get()).as("some slips do no harm").isPositive().isLessThan(tries() / 2);
    }
}
