package org.waymark.trail.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Makes files that hold a secret, for their owner's eyes only. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Makes a file, and its folder where that is absent. It is on disk under another name before it takes its own, so
     * that no half of one is ever found.
     */
    public static void create(Path path, String text) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "key", ".tmp", ownerOnly(folder));
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

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        if (!hasPermissions(folder)) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
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
