package org.waymark.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.cli.CommandLineFace;

/** The command as it is given, with all that the service records with. */
class OwnStoreTest {

    private static final String DATA = "waymark.data-dir";

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    @BeforeEach
    void aStoreOfItsOwn() {
        System.setProperty(DATA, folder.resolve("data").toString());
    }

    @AfterEach
    void leaveIt() {
        System.clearProperty(DATA);
    }

    private int load(Path file) {
        PrintWriter out = new PrintWriter(told, true);
        return CommandLineFace.run(List.of("load", file.toString()), out, out);
    }

    @Test
    void aFileIsRecordedInTheStoreOfTheServiceAndTheSecondTimeFoundThere() throws Exception {
        Path file = Files.copy(Path.of("samples/stream.ndjson"), folder.resolve("stream.ndjson"));
        assertThat(load(file)).as(told.toString()).isZero();
        assertThat(told.toString()).contains(" recorded, 0 recorded before, 0 rejected");
        assertThat(load(file)).as(told.toString()).isZero();
        assertThat(told.toString()).contains(" 0 recorded, ", " recorded before, 0 rejected");
    }
}
