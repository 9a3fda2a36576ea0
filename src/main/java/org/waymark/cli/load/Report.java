package org.waymark.cli.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.cli.UsersFault;

/** What was rejected, in a file of its own. It holds what is said about children: it is its owner's alone. */
final class Report implements AutoCloseable {

    private final Path path;
    private final String head;
    private long length;
    private @Nullable FileChannel channel;

    /**
     * @param head what stands before the first rejection
     * @param length how long it is known to be; what stands behind that is written again
     * @throws UsersFault where a file is there that is not this load's
     */
    Report(Path path, String head, long length) {
        this.path = path;
        this.head = head;
        this.length = length;
        long found = size(path);
        if (length == 0 && found > 0) {
            throw new UsersFault(
                    "`" + path + "` is there already, from an earlier load: load it once it is mended, or move"
                            + " it away, or name another with --rejected");
        } else if (found < length) {
            throw new UsersFault(
                    "`" + path + "` is not what this load has written to it: put it back, or take the progress"
                            + " file away to begin again");
        }
    }

    /** The same for a load that goes on: what it had written since it last noted how far it is, is written again. */
    static Report goOn(Path path, String head, long length) throws IOException {
        if (length == 0) {
            Files.deleteIfExists(path);
        }
        return new Report(path, head, length);
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException unreadable) {
            throw new UsersFault(path + ": cannot be read");
        }
    }

    Path path() {
        return path;
    }

    void append(String text) throws IOException {
        FileChannel to = channel == null ? open() : channel;
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            length += to.write(bytes);
        }
    }

    private FileChannel open() throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel opened = FileChannel.open(path, options, ownersAlone());
        opened.truncate(length);
        opened.position(length);
        channel = opened;
        if (length == 0) {
            append(head);
        }
        return opened;
    }

    private FileAttribute<?>[] ownersAlone() throws IOException {
        boolean posix = Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes what was written outlive a power cut, and says how long it is. */
    long sync() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
