package org.waymark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes files so that they are whole or not there at all, and outlive a power cut. */
public final class DurableFile {

    private DurableFile() {}

    /** Writes a file in the place of one that may be there, and makes its folder where that is absent. */
    public static void write(Path path, String text) throws IOException {
        write(path, text, false);
    }

    /** The same, for its owner's eyes only. */
    public static void writeSecret(Path path, String text) throws IOException {
        write(path, text, true);
    }

    /** It is on disk under another name before it takes its own, so that no half of one is ever found. */
    private static void write(Path path, String text, boolean secret) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        Path temporary = temporary(folder, secret);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(folder);
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
