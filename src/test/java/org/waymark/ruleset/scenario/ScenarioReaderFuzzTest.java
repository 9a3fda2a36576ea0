package org.waymark.ruleset.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.waymark.ruleset.RuleFault;

/** Whatever stands in a file, it is read or turned away with faults at lines of the file; nothing else ever happens. */
class ScenarioReaderFuzzTest {

    private static final int TRIES = 500;

    private static final List<String> WORDS = List.of(
            "rule",
            "case",
            "why",
            "given",
            "timeline",
            "contact",
            "daysAgo",
            "amends",
            "assessedAt",
            "expect",
            "never",
            "fires",
            "below",
            "gives",
            "observations",
            "factor",
            "answer",
            "value",
            "age",
            "dateOfBirth",
            "previousReferences",
            "pathways",
            "urgency",
            "actions",
            "rules",
            "summary",
            "SG-12",
            "going-missing",
            "longest-missing-episode",
            "yes",
            "mace high same-day",
            "at least",
            "2026-03-01",
            "2026-03-11T10:30:00Z",
            "unknown",
            "1",
            "-3",
            "1e9",
            "0x1F",
            "1:30",
            "~",
            "null",
            "true",
            "''",
            "\"\"",
            "|",
            "&a",
            "*a",
            "<<",
            "!!int",
            "? ",
            "…");

    private static final String VALID = valid();

    private static String valid() {
        try {
            return Files.readString(Path.of("rules/scenarios/cases-left-undone.yaml"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void readOrTurnedAway(byte[] content) {
        long lines = new String(content, StandardCharsets.UTF_8).lines().count() + 1;
        for (RuleFault fault : Played.faults(content)) {
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.place().line()).isBetween(1, (int) lines);
        }
    }

    private static void readOrTurnedAway(String text) {
        readOrTurnedAway(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES)
    void random_bytes(@ForAll byte[] bytes) {
        readOrTurnedAway(bytes);
    }

    @Property(tries = TRIES)
    void random_text(@ForAll String text) {
        readOrTurnedAway(text);
    }

    @Property(tries = TRIES)
    void any_tree_of_lists_fields_and_words(@ForAll("trees") String yaml) {
        readOrTurnedAway("- " + yaml);
    }

    @Property(tries = TRIES)
    void an_entry_of_any_fields(@ForAll("trees") String one, @ForAll("trees") String other) {
        readOrTurnedAway("- {rule: SG-12, gives: " + one + ", fires: " + other + ", below: [" + other + "]}\n");
        readOrTurnedAway("- {case: x, given: " + one + ", expect: " + other + "}\n");
        readOrTurnedAway("- {case: x, timeline: [" + one + ", {contact: a, daysAgo: 1, observations: [" + other
                + "], never: " + one + "}], age: " + other + "}\n");
    }

    @Property(tries = TRIES)
    void a_good_file_with_something_put_in_or_cut_out(@ForAll("slips") String yaml) {
        readOrTurnedAway(yaml);
    }

    /** Lists and fields of words within one another, by chance. */
    @Provide
    Arbitrary<String> trees() {
        return Arbitraries.longs().map(seed -> tree(new Random(seed), 5));
    }

    private static String tree(Random random, int levels) {
        int kind = levels == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(item ->
                        (kind == 1 ? "" : WORDS.get(random.nextInt(WORDS.size())) + ": ") + tree(random, levels - 1))
                .collect(Collectors.joining(", ", kind == 1 ? "[" : "{", kind == 1 ? "]" : "}"));
    }

    @Provide
    Arbitrary<String> slips() {
        return Arbitraries.integers()
                .between(0, VALID.length())
                .flatMap(at -> Arbitraries.of(WORDS)
                        .flatMap(word -> Arbitraries.integers().between(0, 40).map(cut -> Tuple.of(at, word, cut))))
                .map(slip -> VALID.substring(0, slip.get1())
                        + slip.get2()
                        + VALID.substring(Math.min(VALID.length(), slip.get1() + slip.get3())));
    }
}
