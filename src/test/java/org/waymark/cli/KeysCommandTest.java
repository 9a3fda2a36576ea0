package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.trail.keys.MasterKey;
import org.waymark.trail.log.LogKey;

/** The keys after those in use are made by a command, and none is ever shown or written over. */
class KeysCommandTest {

    private static final byte[] TEXT = "what was recorded".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BOUND = "to what".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return CommandLineFace.run(List.of(arguments), out, out);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void the_next_key_of_the_log_has_its_name_and_nobody_else_may_read_it() throws Exception {
        LogKey old = LogKey.generate("sefton", new SecureRandom());
        Path from = file("old.key", old.secretText() + "\n");
        Path to = folder.resolve("new.key");
        assertThat(run("keys", "next-log", from.toString(), "--out", to.toString()))
                .as(said.toString())
                .isZero();
        String written = Files.readString(to).strip();
        LogKey next = LogKey.parse(written);
        assertThat(next.name()).isEqualTo("sefton");
        assertThat(next.verifier()).isNotEqualTo(old.verifier());
        assertThat(said.toString()).contains(next.verifier().text()).doesNotContain(written, old.secretText());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_next_master_key_opens_what_the_old_one_wrapped_and_wraps_what_the_old_one_cannot_open() throws Exception {
        String old = MasterKey.make();
        Path to = folder.resolve("new.json");
        assertThat(run("keys", "next-master", file("old.json", old).toString(), "--out", to.toString()))
                .isZero();
        Aead before = MasterKey.read(old);
        Aead after = MasterKey.read(Files.readString(to));
        assertThat(after.decrypt(before.encrypt(TEXT, BOUND), BOUND)).isEqualTo(TEXT);
        byte[] wrapped = after.encrypt(TEXT, BOUND);
        assertThat(after.decrypt(wrapped, BOUND)).isEqualTo(TEXT);
        assertThatThrownBy(() -> before.decrypt(wrapped, BOUND)).isInstanceOf(GeneralSecurityException.class);
        Path third = folder.resolve("third.json");
        assertThat(run("keys", "next-master", to.toString(), "--out", third.toString()))
                .isZero();
        assertThat(MasterKey.read(Files.readString(third)).decrypt(wrapped, BOUND))
                .isEqualTo(TEXT);
    }

    @Test
    void what_is_no_key_is_told_without_being_shown_and_nothing_is_written() throws Exception {
        Path to = folder.resolve("new.key");
        for (String kind : new String[] {"next-log", "next-master"}) {
            Path none = file("none.key", "PRIVATE+KEY+not-really-a-key");
            assertThat(run("keys", kind, none.toString(), "--out", to.toString()))
                    .isEqualTo(2);
            assertThat(said.toString()).contains("none.key").doesNotContain("not-really");
            assertThat(run("keys", kind, folder.resolve("absent").toString(), "--out", to.toString()))
                    .isEqualTo(2);
            assertThat(said.toString()).contains("absent", "cannot be read");
        }
        assertThat(to).doesNotExist();
    }

    @Test
    void a_key_is_never_written_over() throws Exception {
        Path from =
                file("old.key", LogKey.generate("sefton", new SecureRandom()).secretText());
        String before = Files.readString(from);
        assertThat(run("keys", "next-log", from.toString(), "--out", from.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("never written over");
        assertThat(Files.readString(from)).isEqualTo(before);
    }
}
