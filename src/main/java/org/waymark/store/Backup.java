package org.waymark.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The embedded store as one file that can be kept elsewhere: the store, and behind it what its bytes must hash to. */
public final class Backup {

    private static final String HASH = "SHA-256";
    private static final String SUM = "store.sha256";
    private static final int HEX = 64;

    private Backup() {}

    /** What is in the file is not a backup, or not all of one, or was changed; the message says which. */
    public static final class NoBackup extends Exception {

        private static final long serialVersionUID = 1L;

        NoBackup(String message) {
            super(message);
        }
    }

    /** Whether there is a store in a folder. */
    public static boolean isStoreIn(Path dataDir) {
        return Files.exists(file(dataDir));
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve(EmbeddedFile.NAME);
    }

    /**
     * Copies the store of a folder to another folder, while nobody writes to it.
     *
     * @throws StoreCannotStart if a service has it
     */
    public static void copy(Path dataDir, Path to) throws IOException {
        try (FileChannel store = FileChannel.open(file(dataDir), StandardOpenOption.READ);
                FileLock shared = store.tryLock(0, Long.MAX_VALUE, true)) {
            if (shared == null) {
                throw inUse(dataDir);
            }
            Files.copy(file(dataDir), file(to));
        } catch (OverlappingFileLockException here) {
            throw inUse(dataDir);
        }
    }

    private static StoreCannotStart inUse(Path dataDir) {
        return new StoreCannotStart(
                "the data folder `" + dataDir + "` is in use by a service; stop it, and start it again afterwards",
                null);
    }

    /** Packs the store of a folder into a file, for its owner's eyes only, which is whole or not there. */
    public static void pack(Path dataDir, Path backup) throws IOException {
        Path folder = Objects.requireNonNull(backup.toAbsolutePath().getParent(), "a file is in a folder");
        Path unfinished = Files.createTempFile(folder, "waymark", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
                    ZipOutputStream zip = new ZipOutputStream(out);
                    DigestInputStream store = new DigestInputStream(
                            new BufferedInputStream(Files.newInputStream(file(dataDir))), digest())) {
                zip.putNextEntry(new ZipEntry(EmbeddedFile.NAME));
                store.transferTo(zip);
                zip.putNextEntry(new ZipEntry(SUM));
                zip.write(hex(store.getMessageDigest()).getBytes(StandardCharsets.US_ASCII));
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, backup, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Unpacks a backup into a folder that holds no store.
     *
     * @throws NoBackup if it is none, or not as it was packed; then the folder holds no store
     */
    public static void unpack(Path backup, Path dataDir) throws IOException, NoBackup {
        boolean good = false;
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            ZipEntry packed = zip.getEntry(EmbeddedFile.NAME);
            ZipEntry sum = zip.getEntry(SUM);
            if (zip.size() != 2 || packed == null || sum == null) {
                throw new NoBackup("it is not a backup of a Waymark");
            }
            try (DigestInputStream store = new DigestInputStream(zip.getInputStream(packed), digest());
                    InputStream said = zip.getInputStream(sum)) {
                Files.copy(store, file(dataDir));
                String right = new String(said.readNBytes(HEX + 1), StandardCharsets.US_ASCII);
                if (!right.equals(hex(store.getMessageDigest()))) {
                    throw new NoBackup("it was changed after it was made");
                }
            }
            good = true;
        } catch (ZipException | EOFException broken) {
            throw new NoBackup("it is no backup, breaks off, or was changed after it was made");
        } finally {
            if (!good) {
                Files.deleteIfExists(file(dataDir));
            }
        }
    }

    /** Puts the store of one folder into another, where there must be none, for its owner's eyes only. */
    public static void put(Path from, Path dataDir) throws IOException {
        try (InputStream none = InputStream.nullInputStream()) {
            Files.copy(none, file(dataDir));
        }
        if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file(from), PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(file(from), file(dataDir), StandardCopyOption.ATOMIC_MOVE);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + HASH, impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
