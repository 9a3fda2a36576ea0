package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.trail.Person;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.Submission;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MerkleHashing;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.proof.ExportLine.CheckpointLine;
import org.waymark.trail.proof.ExportLine.EntryLine;
import tools.jackson.databind.node.ObjectNode;

/**
 * An export of 1,000 entries in the hands of somebody who has the log's own key for the last line, and recomputes that
 * after every change: what detects the change must be the rest.
 */
class TamperedExportTest {

    private static final int ENTRIES = 1000;

    /** 100 with the profile `faults`, and in every build so many of all parts of the file. */
    private static final int SAMPLED = Integer.getInteger("waymark.faultRounds", 3) >= 20 ? 100 : 40;

    /** How many entries lie between two checkpoints. */
    private static final int EVERY = 100;

    @TempDir
    static Path folder;

    private static RecordedLog log;
    private static Exported whole;
    private static final Map<String, int[]> COUNTS = new LinkedHashMap<>();

    @BeforeAll
    static void record() throws Exception {
        log = RecordedLog.of(ENTRIES, EVERY, folder);
        whole = log.whole();
        assertThat(whole.where("entry")).hasSize(ENTRIES);
        assertThat(whole.verified(RecordedLog.known()).faults()).isEmpty();
    }

    @AfterAll
    static void tell() {
        int tried = COUNTS.values().stream().mapToInt(count -> count[0]).sum();
        int detected = COUNTS.values().stream().mapToInt(count -> count[1]).sum();
        COUNTS.forEach((how, count) -> System.out.printf("%-45s tried %5d, detected %5d%n", how, count[0], count[1]));
        System.out.printf("%-45s tried %5d, detected %5d%n", "in all", tried, detected);
    }

    private static void assertDetected(String how, String what, Exported tampered) {
        assertDetected(how, what, tampered.ended(RecordedLog.KEY), RecordedLog.known());
    }

    private static void assertDetected(String how, String what, Exported tampered, Anchor anchor) {
        int[] count = COUNTS.computeIfAbsent(how, one -> new int[2]);
        count[0]++;
        boolean detected = tampered.detected(anchor);
        assertThat(detected).as(how + ": " + what).isTrue();
        count[1]++;
    }

    private static List<Integer> sampled() {
        List<Integer> entries = whole.where("entry");
        return IntStream.range(0, SAMPLED)
                .mapToObj(i -> entries.get(i * (ENTRIES / SAMPLED) + i % 10))
                .toList();
    }

    @Test
    void everyFieldOfAnEntry() {
        List<Integer> sampled = sampled();
        assertThat(sampled).hasSize(SAMPLED);
        for (int i = 0; i < SAMPLED; i++) {
            int line = sampled.get(i);
            // Without a field, or with one more, the line alone is at fault: of every tenth that is enough.
            boolean also = i % 10 == 0;
            Flips.of(whole.lines().get(line)).forEach((what, flipped) -> {
                if (also || !what.startsWith("without") && !what.endsWith("/more")) {
                    assertDetected("a field of an entry", line + " " + what, whole.with(line, flipped));
                }
            });
        }
        assertThat(COUNTS.get("a field of an entry")[0]).isGreaterThan(SAMPLED * 15);
    }

    @Test
    void everyFieldOfEveryLineOfTheSmallerFiles() {
        for (Exported file : List.of(log.onePerson(), log.continuing())) {
            for (int line = 0; line < file.lines().size() - 1; line++) {
                for (Map.Entry<String, String> flip :
                        Flips.of(file.lines().get(line)).entrySet()) {
                    assertDetected(
                            "a field of a person's or decision's file",
                            line + " " + flip.getKey(),
                            file.with(line, flip.getValue()));
                }
            }
        }
    }

    @Test
    void everyFieldOfEveryOtherKindOfLine() {
        for (String type : List.of("header", "rule-set", "checkpoint")) {
            for (int line : whole.where(type)) {
                Flips.of(whole.lines().get(line))
                        .forEach((what, flipped) ->
                                assertDetected("a field of a " + type + " line", what, whole.with(line, flipped)));
            }
        }
        int end = whole.lines().size() - 1;
        Flips.of(whole.lines().get(end))
                .forEach((what, flipped) -> assertDetected(
                        "a field of the last line", what, whole.with(end, flipped), RecordedLog.known()));
    }

    @Test
    void aLineThatIsGone() {
        for (int line = 0; line < whole.lines().size() - 1; line += line < 10 ? 1 : 25) {
            // Without a checkpoint between others every entry is still proven, by the one behind it.
            if (!whole.where("checkpoint").contains(line)) {
                int gone = line;
                assertDetected("a line deleted", "" + line, whole.changed(all -> all.remove(gone)));
            }
        }
        for (Exported file : List.of(log.capsule(), log.continuing())) {
            for (int line = 0; line < file.lines().size() - 1; line++) {
                int gone = line;
                assertDetected("a line of a capsule deleted", "" + line, file.changed(all -> all.remove(gone)));
            }
        }
    }

    @Test
    void whatIsTakenFromTheEndOfAPersonsFileIsMissedByItsLastLine() {
        Exported file = log.onePerson();
        int last = file.where("entry").get(file.where("entry").size() - 1);
        Exported shorter = file.changed(all -> all.remove(last));
        LogKey other = LogKey.generate(RecordedLog.KEY.name(), new SecureRandom());
        assertDetected("the last entry of a person deleted", "", shorter, RecordedLog.known());
        assertDetected("the last entry of a person deleted", "", shorter.ended(other), RecordedLog.known());
    }

    @Test
    void aLineThatIsPutIn() {
        for (int line : sampled().subList(0, 30)) {
            String copy = whole.lines().get(line);
            assertDetected("a line copied", "" + line, whole.changed(all -> all.add(line, copy)));
            assertDetected("a line copied far", "" + line, whole.changed(all -> all.add(all.size() - 2, copy)));
        }
        for (int line : whole.where("entry").subList(0, 20)) {
            assertDetected("an entry forged", "" + line, whole.changed(all -> all.add(line, forged(all.get(line)))));
            assertDetected(
                    "an entry forged in place",
                    "" + line,
                    whole.with(line, forged(whole.lines().get(line))));
        }
    }

    /** Something else under the same id, sealed with a key of its own. */
    private static String forged(String line) {
        ObjectNode json = new Exported(List.of(line)).json(0).withObject("entry");
        ContentKey key = ContentKey.random();
        Map<String, String> content = Map.of("decision", "{\"forged\":true}");
        String person = json.path("person").asString();
        long sequence = json.path("sequence").asLong();
        String id = json.path("id").asString();
        SealedEntry entry = new SealedEntry(
                SealedEntry.FORMAT,
                new Person(person),
                sequence,
                "screened",
                new Submission("forged"),
                "forged",
                "screener",
                Instant.parse("2026-03-11T10:30:01Z"),
                json.path("previous").isNull() ? null : json.path("previous").asString(),
                json.path("lane").asString(),
                new Encrypted(Base64Text.of(key.seal(content, id)), key.commitment()));
        long leaf = new Exported(List.of(line)).json(0).path("leaf").asLong();
        return new EntryLine(entry, key, content, leaf, null).print();
    }

    @Test
    void linesInAnotherOrder() {
        List<Integer> entries = whole.where("entry");
        for (int i = 0; i + 1 < entries.size(); i += 33) {
            int one = entries.get(i);
            int next = entries.get(i + 1);
            int far = entries.get((i + 500) % entries.size());
            assertDetected("two neighbours swapped", "" + one, whole.changed(all -> Collections.swap(all, one, next)));
            assertDetected("two entries swapped", "" + one, whole.changed(all -> Collections.swap(all, one, far)));
        }
        assertDetected(
                "all entries reversed", "", whole.changed(all -> Collections.reverse(all.subList(1, all.size()))));
        assertDetected("two swapped with their leaves", "", swappedWithLeaves(entries.get(20), entries.get(21)));
    }

    private static Exported swappedWithLeaves(int one, int other) {
        long first = whole.json(one).path("leaf").asLong();
        return whole.changed(all -> Collections.swap(all, one, other))
                .with(one, json -> json.put("leaf", first))
                .with(other, json -> json.put("leaf", first + 1));
    }

    @Test
    void aFileThatIsCutShort() {
        List<Integer> ends = new ArrayList<>(
                List.of(0, 1, whole.lines().size() - 1, whole.lines().size() - 2));
        for (String type : List.of("header", "rule-set", "entry", "checkpoint")) {
            List<Integer> lines = whole.where(type);
            ends.add(lines.get(lines.size() / 2));
            ends.add(lines.get(lines.size() - 1));
        }
        byte[] all = whole.bytes();
        for (int end : ends) {
            Exported cut =
                    whole.changed(lines -> lines.subList(end, lines.size()).clear());
            assertDetected("cut behind a line", "" + end, cut, RecordedLog.known());
            int bytes = Math.min(all.length - 1, cut.bytes().length + 100);
            byte[] half = Arrays.copyOf(all, bytes);
            assertThat(Exported.detected(half, RecordedLog.known())).isTrue();
        }
        // Ended anew, so that nothing but what is missing shows: all but what ends with a checkpoint, see below.
        List<Integer> checkpoints = whole.where("checkpoint");
        for (int line : whole.where("entry").subList(970, 1000)) {
            if (!checkpoints.contains(line)) {
                assertDetected(
                        "cut behind an entry and ended",
                        "" + line,
                        whole.changed(
                                lines -> lines.subList(line + 1, lines.size()).clear()));
            }
        }
    }

    @Test
    void anEarlierStateOfTheLog() {
        List<Integer> checkpoints = whole.where("checkpoint");
        Anchor kept = new Anchor(List.of(RecordedLog.KEY.verifier()), List.of(), List.of(log.checkpoint(ENTRIES)));
        for (int line : checkpoints.subList(0, checkpoints.size() - 1)) {
            Exported earlier = whole.changed(
                            lines -> lines.subList(line + 1, lines.size()).clear())
                    .ended(RecordedLog.KEY);
            assertThat(earlier.verified(RecordedLog.known()).faults())
                    .as("an earlier state is a good export by itself, but for what was erased since")
                    .allMatch(fault -> "key".equals(fault.field()));
            assertDetected("rolled back, a later checkpoint kept", "" + line, earlier, kept);
        }
        assertDetected(
                "a person's file rolled back", "", log.onePerson(), new Anchor(List.of(), List.of(), List.of(later())));
    }

    private static SignedNote later() {
        Checkpoint checkpoint = new Checkpoint(RecordedLog.KEY.name(), ENTRIES + 1L, MerkleHashing.EMPTY);
        return SignedNote.sign(checkpoint.text(), RecordedLog.KEY);
    }

    @Test
    void aRuleSetThatIsReplaced() {
        for (int line : whole.where("rule-set")) {
            ObjectNode files = whole.json(line).withObject("files");
            for (String name : files.propertyNames()) {
                Exported other =
                        whole.with(line, json -> json.withObject("files").put(name, Base64Text.of(new byte[9])));
                assertDetected("a file of a rule set replaced", name, other);
                assertDetected(
                        "a file of a rule set removed",
                        name,
                        whole.with(line, json -> json.withObject("files").remove(name)));
                assertDetected(
                        "a file of a rule set replaced and its hash",
                        name,
                        other.with(line, json -> json.put("hash", "sha256:" + "0".repeat(64))));
            }
            assertDetected(
                    "a file added to a rule set",
                    "",
                    whole.with(line, json -> json.withObject("files").put("more.drl", "")));
        }
    }

    /** All made again: other content, other hashes, another tree, and every signature by a key of the forger's. */
    @Test
    void everythingSignedAnewWithAnotherKey() {
        LogKey forger = LogKey.generate(RecordedLog.KEY.name(), new SecureRandom());
        Exported anew = anew(forger);
        assertThat(anew.verified(Anchor.NONE).faults())
                .as("without a key from elsewhere nothing is wrong with it")
                .isEmpty();
        assertDetected("signed anew, the key known", "", anew, RecordedLog.known());
        assertDetected(
                "signed anew, a witness known",
                "",
                anew,
                new Anchor(List.of(), List.of(RecordedLog.witness()), List.of()));
        assertDetected(
                "signed anew, a checkpoint kept",
                "",
                anew,
                new Anchor(List.of(), List.of(), List.of(log.checkpoint(EVERY))));
        Exported byTheOperator = anew(RecordedLog.KEY);
        assertDetected(
                "signed anew by the operator, checkpoint kept",
                "",
                byTheOperator,
                new Anchor(List.of(), List.of(), List.of(log.checkpoint(EVERY))));
        assertDetected(
                "signed anew by the operator, witness known",
                "",
                byTheOperator,
                new Anchor(List.of(), List.of(RecordedLog.witness()), List.of()));
    }

    private static Exported anew(LogKey key) {
        ContentKey content = ContentKey.random();
        SealedEntry entry = new SealedEntry(
                SealedEntry.FORMAT,
                new Person("p1"),
                1,
                "screened",
                new Submission("s1"),
                "d1",
                "screener",
                Instant.parse("2026-03-11T10:30:01Z"),
                null,
                "run/1:1",
                new Encrypted(
                        Base64Text.of(content.seal(Map.of("a", "{}"), RecordedLog.id(new Person("p1"), 1))),
                        content.commitment()));
        CompactTree tree = CompactTree.EMPTY.append(MerkleHashing.leaf(entry.bytes()));
        Checkpoint checkpoint = new Checkpoint(key.name(), 1, tree.root());
        return new Exported(List.of(
                        new ExportLine.Header(new Scope.WholeLog(), key.name(), List.of(key.verifier()), List.of())
                                .print(),
                        new EntryLine(entry, content, Map.of("a", "{}"), 0, null).print(),
                        new CheckpointLine(SignedNote.sign(checkpoint.text(), key)).print()))
                .ended(key);
    }
}
