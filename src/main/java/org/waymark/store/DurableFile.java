package org.waymark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Writes files so that they are whole or not there at all, and outlive a power cut. */
public final class DurableFile {

    private static final DurableFile PLAIN = new DurableFile(step -> {});

    /** Of the threads of this process one at a time may hold the lock of a folder. */
    private static final Object ONE_BY_ONE = new Object();

    private static final String LOCK = ".waymark.lock";
    private static final Set<OpenOption> LOCKING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final Steps steps;

    /** @param steps told before each step to the disk; may end the writing there */
    public DurableFile(Steps steps) {
        this.steps = steps;
    }

    /** Hears of what is about to be done to the disk. */
    @FunctionalInterface
    public interface Steps {

        /** @throws IOException to end the writing before this step */
        void before(String step) throws IOException;
    }

    /** Writes a file in the place of one that may be there, and makes its folder where that is absent. */
    public static void write(Path path, String text) throws IOException {
        PLAIN.put(path, text, false);
    }

    /**
     * Makes a file for its owner's eyes only, and never in the place of one that is there: of several processes that
     * make the same file at once one does, and the others find what it wrote.
     *
     * @return whether it was made here, and holds this text
     */
    public static boolean makeSecret(Path path, String text) throws IOException {
        return PLAIN.put(path, text, true);
    }

    /** The same as {@link #write}, step by step. */
    public void put(Path path, String text) throws IOException {
        put(path, text, false);
    }

    /** It is on disk under another name before it takes its own, so that no half of one is ever found. */
    private boolean put(Path path, String text, boolean secret) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        steps.before("create");
        Path temporary = temporary(folder, secret);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                steps.before("write");
                channel.write(bytes);
            }
            steps.before("fsync");
            channel.force(true);
        }
        steps.before("rename");
        boolean named = true;
        if (secret) {
            named = nameWhereFree(folder, temporary, path);
        } else {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        }
        steps.before("fsync of the folder");
        syncFolder(folder);
        return named;
    }

    /**
     * Whether the name was free: where another process was first, what it wrote holds. That is looked at and then taken,
     * and nobody else may do so meanwhile. The system takes the lock from a process that dies; its file stays, as who
     * deletes one may delete it under another that waits for it.
     */
    private static boolean nameWhereFree(Path folder, Path temporary, Path path) throws IOException {
        synchronized (ONE_BY_ONE) {
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), LOCKING, permitted(folder, "rw-------"));
                    FileLock held = channel.lock()) {
                Files.move(temporary, path);
                return true;
            } catch (FileAlreadyExistsException made) {
                return false;
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static Path temporary(Path folder, boolean secret) throws IOException {
        return Files.createTempFile(folder, "waymark", ".tmp", permitted(folder, secret ? "rw-------" : "rw-r--r--"));
    }

    /** None where the disk has no such permissions. */
    private static FileAttribute<?>[] permitted(Path folder, String permissions) throws IOException {
        return hasPermissions(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The new name must outlive a power cut too; where there are no such permissions a folder cannot be opened. */
    private static void syncFolder(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean hasPermissions(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
