package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

class KeyGuardTest {

    @TempDir
    Path folder;

    private Path file;
    private Store store;

    @BeforeEach
    void open() {
        file = folder.resolve("keys/pseudonym.key");
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstStartMakesAKeyForItsOwnersEyesOnly() throws Exception {
        pseudonyms();
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent()))
                .as("no half-written key is left beside it; the folder's lock holds no byte")
                .containsExactlyInAnyOrder(file, file.resolveSibling(".waymark.lock"));
        assertThat(file.resolveSibling(".waymark.lock")).isEmptyFile();
    }

    @Test
    void theNextStartFindsTheSameNames() {
        Person before = pseudonyms().person("sefton", "LCS-1");
        assertThat(pseudonyms().person("sefton", "LCS-1")).isEqualTo(before);
    }

    @Test
    void anotherKeyIsRefusedAndTheFirstStillServes() throws Exception {
        pseudonyms();
        byte[] first = Files.readAllBytes(file);
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(this::pseudonyms)
                .isInstanceOf(TrailCannotStart.class)
                .hasMessageContaining("is not the one that this store was filled with")
                .hasMessageContaining("WAYMARK_PSEUDONYM_KEY_FILE");
        Files.write(file, first);
        pseudonyms();
    }

    @Test
    void aLostKeyIsToldAndNoNewOneIsMade() throws Exception {
        pseudonyms();
        Files.delete(file);
        assertThatThrownBy(this::pseudonyms)
                .isInstanceOf(TrailCannotStart.class)
                .hasMessageContaining("`" + file + "` is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoKeyIsRefusedWithoutShowingIt() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hunter2!");
        assertThatThrownBy(this::pseudonyms)
                .isInstanceOf(TrailCannotStart.class)
                .hasMessageContaining("is not base64")
                .message()
                .doesNotContain("hunter2");
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(this::pseudonyms).hasMessageContaining("holds 5 bytes, a key has 32");
    }

    private Pseudonyms pseudonyms() {
        return Pseudonyms.open(file, store.database());
    }
}
