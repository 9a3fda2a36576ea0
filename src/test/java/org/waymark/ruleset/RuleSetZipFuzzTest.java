package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes, files of a rule set come out or a list of faults; nothing else ever happens. */
class RuleSetZipFuzzTest {

    private static final int TRIES = 5_000;

    private static final byte[] HONEST = new HostileZip()
            .with("rules/", new byte[0])
            .with("rules/a.drl", "// one rule file, with enough in it to be packed, packed, packed, packed\n")
            .stored("rules/factors.csv", "factor,label\n".getBytes(StandardCharsets.UTF_8))
            .with("rules/scenarios/a.yaml", "rule: a\n")
            .with("rules/README.md", "for people\n")
            .bytes();

    @Property(tries = 500)
    void anyBytes(@ForAll @Size(max = 300) byte[] bytes) {
        assertFilesOrFaults(bytes);
    }

    @Property(tries = TRIES)
    void mutatedArchives(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = HONEST.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = mutated(bytes, random);
        }
        assertFilesOrFaults(bytes);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(changed, at, Math.min(bytes.length, at + 4), (byte) 0xff);
            case 3 -> Arrays.fill(changed, at, Math.min(bytes.length, at + 4), (byte) 0);
            case 4 -> changed = Arrays.copyOf(bytes, at);
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(46) + 1, bytes.length - Math.max(from, at));
                System.arraycopy(bytes, from, changed, at, length);
            }
        }
        return changed;
    }

    private static void assertFilesOrFaults(byte[] bytes) {
        try {
            assertThat(RuleSetZip.read(bytes).all().keySet()).isNotEmpty().allMatch(RuleFiles::mayHold);
        } catch (RuleSetRejected rejected) {
            assertThat(rejected.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.toString()).matches("[\\x20-\\x7e…]{1,600}"));
        }
    }
}
