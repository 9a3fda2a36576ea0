package org.waymark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes files so that they are whole or not there at all, and outlive a power cut. */
public final class DurableFile {

    private static final DurableFile PLAIN = new DurableFile(step -> {});

    private static final Object ONE_BY_ONE = new Object();

    private final Steps steps;
    private final Links links;

    /** @param steps told before each step to the disk; may end the writing there */
    public DurableFile(Steps steps) {
        this(steps, Files::createLink);
    }

    /** @param links how the disk gives a file a second name */
    DurableFile(Steps steps, Links links) {
        this.steps = steps;
        this.links = links;
    }

    /** Gives a file that is there a second name, where that is free. */
    @FunctionalInterface
    interface Links {

        /** @throws UnsupportedOperationException or {@link FileSystemException} from a disk that knows no second names */
        void link(Path name, Path file) throws IOException;
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
        return PLAIN.putSecret(path, text);
    }

    /** The same as {@link #makeSecret}, step by step. */
    boolean putSecret(Path path, String text) throws IOException {
        return put(path, text, true);
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
            named = nameWhereFree(temporary, path);
        } else {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        }
        steps.before("fsync of the folder");
        syncFolder(folder);
        return named;
    }

    /** Whether the name was free: where another process was first, what it wrote holds. */
    private boolean nameWhereFree(Path temporary, Path path) throws IOException {
        try {
            name(temporary, path);
            return true;
        } catch (FileAlreadyExistsException made) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A second name is given only where it is free; a rename would take it from another file. */
    private void name(Path temporary, Path path) throws IOException {
        try {
            links.link(path, temporary);
        } catch (FileAlreadyExistsException made) {
            throw made;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            nameOneByOne(temporary, path, noLinks);
        }
    }

    /**
     * On a disk that knows no links somebody looks first and renames then, and nobody else may meanwhile: of the threads
     * of this process one at a time, and of processes the one that holds a lock, which the system takes from a process
     * that dies.
     *
     * @param noLinks why there was no other way
     */
    private static void nameOneByOne(Path temporary, Path path, Exception noLinks) throws IOException {
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        synchronized (ONE_BY_ONE) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Files.move(temporary, path);
            } catch (IOException failure) {
                failure.addSuppressed(noLinks);
                throw failure;
            }
        }
    }

    private static Path temporary(Path folder, boolean secret) throws IOException {
        if (!hasPermissions(folder)) {
            return Files.createTempFile(folder, "waymark", ".tmp");
        }
        String permissions = secret ? "rw-------" : "rw-r--r--";
        return Files.createTempFile(
                folder,
                "waymark",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
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
