package org.waymark.cli.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.waymark.casework.stream.GzipLines;
import org.waymark.cli.UsersFault;

/** A file on disk, as it is or packed by gzip. It counts how much of it has been read. */
final class InputFile {

    private static final String GZIP = ".gz";
    private static final int BLOCK = 1024 * 1024;

    private final Path path;
    private final long size;
    private volatile long read;

    /** @throws UsersFault where there is no such file */
    InputFile(Path path) {
        this.path = path;
        if (!Files.isRegularFile(path)) {
            throw new UsersFault(path + ": " + (Files.exists(path) ? "is no file" : "there is no such file"));
        }
        try {
            this.size = Files.size(path);
        } catch (IOException unreadable) {
            throw new UsersFault(path + ": cannot be read");
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    /** How many of its bytes have been read. */
    long read() {
        return read;
    }

    /** The same name beside it, with this at the end. */
    Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** What it holds when it is unpacked, by its name. */
    boolean holds(String ending) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = packed() ? name.substring(0, name.length() - GZIP.length()) : name;
        return plain.endsWith(ending);
    }

    private boolean packed() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    InputStream open() throws IOException {
        InputStream counted = new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int now = super.read(bytes, from, most);
                read += Math.max(0, now);
                return now;
            }
        };
        return packed() ? new GzipLines(counted) : counted;
    }

    /** By what it is known again: SHA-256 of all its bytes, in hexadecimal. */
    String digest() {
        return digest(path);
    }

    static String digest(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int now = in.read(block); now >= 0; now = in.read(block)) {
                digest.update(block, 0, now);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UsersFault(path + ": cannot be read");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
