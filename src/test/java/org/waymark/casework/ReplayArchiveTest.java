package org.waymark.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.Json;
import org.waymark.casework.replay.Replayed;
import org.waymark.ruleset.PastVersions;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;

/**
 * Every decision that was ever put into an archive comes out of this program as it was recorded, byte for byte, by the
 * rules that are archived with it, compiled by the engine of this build. A change of a word in a summary, of a library,
 * of the order in which rules fire: whatever alters the past, this test sees it.
 *
 * <p><b>Where it fails, and nobody meant it:</b> the change is wrong. It would alter decisions about children that were
 * made, told and acted on. Put it right; the failure names the decision, the place, and both values.
 *
 * <p><b>Where it fails, and the change is meant:</b> never write an archive again, and never take a decision out of one.
 * Keep the old way beside the new one and let {@code engine} of the recorded entry choose, so that the old archive still
 * passes; then add another archive with {@link ReplayArchiveWriter}, which holds the new way to its word. {@code
 * docs/decisions/0017} says more, and what to do with a defect that must not be kept.
 *
 * <p><b>Where the reading of rules becomes stricter</b> and refuses an archived rule set, the same holds: what was a rule
 * set stays one. A new check is for versions that are submitted from then on.
 */
class ReplayArchiveTest {

    private static final int LARGEST = 1_000_000;

    @ParameterizedTest
    @MethodSource("folders")
    void everyArchivedDecisionComesOutAsItWasRecorded(Path folder) {
        ReplayArchive archive = ReplayArchive.read(folder);
        List<String> otherwise = new ArrayList<>();

        try (PastVersions past = new PastVersions(
                hash -> Optional.of(archive.rules())
                        .filter(rules -> rules.hash().equals(hash)),
                1)) {
            Replays replays = new Replays(new RuleSetInForce(), past, new ArchivedTrail(archive.entries()), null);
            for (Entry decision : archive.decisions()) {
                Replayed replayed = replays.again(decision);
                if (!(replayed instanceof Replayed.Same)) {
                    otherwise.add(decision.decisionId() + ": " + told(replayed));
                }
            }
        }

        assertThat(archive.decisions()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(otherwise).as(folder + ": decisions that come out otherwise").isEmpty();
    }

    private static String told(Replayed replayed) {
        return replayed instanceof Replayed.Different different
                ? Json.write(different.where().shown().get(0))
                : replayed.toString();
    }

    static List<Path> folders() {
        return ReplayArchive.folders();
    }

    @Test
    void betweenThemTheyHoldEverythingThatADecisionCanRestOn() {
        List<ReplayArchive> archives =
                folders().stream().map(ReplayArchive::read).toList();
        List<Entry> entries =
                archives.stream().flatMap(one -> one.entries().stream()).toList();

        Set<Kind> kinds =
                entries.stream().map(Entry::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        assertThat(kinds)
                .contains(
                        Kind.SCREENED,
                        Kind.CONFIRMED,
                        Kind.OVERRIDDEN,
                        Kind.COUNTERSIGNED,
                        Kind.OUTCOME,
                        Kind.CORRECTED);
        assertThat(history(entries, Kind.OUTCOME)).as("rests on an outcome").isPositive();
        assertThat(history(entries, Kind.CORRECTED)).as("rests on a correction").isPositive();
        assertThat(restsOn(entries, "\"withdrawn\":true"))
                .as("a contact was withdrawn")
                .isPositive();
        assertThat(restsOn(entries, "\"amends\":")).as("amends another").isPositive();
        assertThat(restsOn(entries, "\"previousReferences\":[{"))
                .as("another reference")
                .isPositive();
        assertThat(entries.stream()
                        .filter(entry -> entry.kind() == Kind.SCREENED)
                        .map(entry -> entry.content().get(EntryContent.ASSESSMENT))
                        .filter(text -> !text.contains("ageYears") && !text.contains("dateOfBirth")))
                .as("an unknown age")
                .isNotEmpty();
    }

    private static long history(List<Entry> entries, Kind kind) {
        Set<String> ids = entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::id)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.SCREENED)
                .filter(entry -> RecordedDecisionIds.of(entry).stream().anyMatch(ids::contains))
                .count();
    }

    private static long restsOn(List<Entry> entries, String text) {
        return entries.stream()
                .filter(entry -> entry.content().values().stream().anyMatch(one -> one.contains(text)))
                .count();
    }

    /** The ids that a decision names as its history. */
    private static final class RecordedDecisionIds {
        static List<String> of(Entry entry) {
            return Json.read(entry.content().get(EntryContent.HISTORY))
                    .valueStream()
                    .map(id -> id.asString())
                    .toList();
        }
    }

    @Test
    void anArchiveIsSmallAndAChangedByteIsSeen(@TempDir Path copy) throws IOException {
        Path folder = folders().get(0);
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        assertThat(size).isLessThan(LARGEST);

        byte[] entries = Files.readAllBytes(copy.resolve("entries.ndjson.bz2"));
        entries[entries.length / 2] ^= 1;
        Files.write(copy.resolve("entries.ndjson.bz2"), entries);
        assertThatThrownBy(() -> ReplayArchive.read(copy)).hasMessageContaining("entries.ndjson.bz2 was changed");
    }

    @Test
    void noArchiveIsWrittenAgain() {
        Path folder = folders().get(0);
        ReplayArchive archive = ReplayArchive.read(folder);
        assertThatThrownBy(() ->
                        ReplayArchive.write(folder, new Engine("test", "test"), archive.rules(), archive.entries()))
                .hasMessageContaining("add another");
    }
}
