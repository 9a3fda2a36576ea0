package org.waymark.trail.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.store.DurableFile;
import org.waymark.trail.log.SignedNote;

/**
 * Checkpoints outside the database: the newest, and the last of each day. Whoever cuts the database short, or puts
 * another in its place, does not reach these, if they are kept on another disk.
 */
final class CheckpointFolder {

    private static final String NEWEST = "newest.txt";
    private static final String ENDING = ".txt";

    private final Path folder;
    private final DurableFile disk;

    CheckpointFolder(Path folder) {
        this(folder, new DurableFile(step -> {}));
    }

    CheckpointFolder(Path folder, DurableFile disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Keeps a checkpoint, in the place of the newest and of its day's last one.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void keep(SignedNote note, LocalDate day) {
        try {
            disk.put(folder.resolve(day + ENDING), note.print());
            disk.put(folder.resolve(NEWEST), note.print());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint folder `" + folder + "` cannot be written", e);
        }
    }

    /**
     * All that are kept, in the order of their names.
     *
     * @throws UncheckedIOException if they cannot be read
     * @throws org.waymark.trail.log.MalformedText if one is none
     */
    List<SignedNote> all() {
        return kept().stream().map(Kept::note).toList();
    }

    /** One of them, and when it was written. */
    record Kept(SignedNote note, Instant writtenAt) {}

    /** The same, with when each was written. */
    List<Kept> kept() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Kept> notes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                notes.add(new Kept(
                        SignedNote.parse(Files.readAllBytes(file)),
                        Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint folder `" + folder + "` cannot be read", e);
        }
        return notes;
    }
}
