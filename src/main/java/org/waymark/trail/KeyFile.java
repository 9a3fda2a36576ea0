package org.waymark.trail;

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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * The file of the pseudonym key: 32 random bytes in base64, for its owner's eyes only.
 *
 * @param path where it is, or is to be
 */
record KeyFile(Path path) {

    private static final int KEY_BYTES = 32;

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws TrailCannotStart if it cannot be read, or holds no key */
    byte[] read() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
            throw new TrailCannotStart(
                    "the pseudonym key file `" + path + "` holds " + key.length + " bytes, a key has " + KEY_BYTES,
                    null);
        } catch (IOException e) {
            throw new TrailCannotStart("the pseudonym key file `" + path + "` cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new TrailCannotStart("the pseudonym key file `" + path + "` is not base64", null);
        }
    }

    /**
     * Makes a new key. It is on disk under another name before it takes its own, so that no half of one is ever found.
     *
     * @throws TrailCannotStart if it cannot be written
     */
    void create() {
        try {
            Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a key file is in a folder");
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "pseudonym", ".tmp", ownerOnly(folder));
            write(temporary);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } catch (IOException e) {
            throw new TrailCannotStart(
                    "the pseudonym key file `" + path + "` cannot be made; name another with"
                            + " WAYMARK_PSEUDONYM_KEY_FILE",
                    e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text));
            channel.force(true);
        }
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
