package org.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.waymark.store.DurableFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the key in use is, and where the next one goes. A key is never written over. */
final class KeyPlaces {

    @Parameters(paramLabel = "FILE", description = "the key in use")
    private Path inUse = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "NEW", description = "where the next one goes; a new file")
    private Path next = Path.of("");

    /** @throws UsersFault where it cannot be read */
    String inUse() {
        try {
            return Files.readString(inUse).strip();
        } catch (IOException e) {
            throw new UsersFault("the key `" + inUse + "` cannot be read: is there such a file, and may you read it?");
        }
    }

    /** @throws UsersFault where there is a file already, or none can be made */
    void write(String key) {
        boolean made;
        try {
            made = DurableFile.makeSecret(next, key + "\n");
        } catch (IOException e) {
            throw new UsersFault("`" + next + "` cannot be made: " + e);
        }
        if (!made) {
            throw new UsersFault("`" + next + "` is there already, and a key is never written over; name a new file");
        }
    }

    /** For messages: its content is never shown. */
    UsersFault isNone(String why) {
        return new UsersFault("`" + inUse + "`: " + why);
    }

    @Override
    public String toString() {
        return next.toString();
    }
}
