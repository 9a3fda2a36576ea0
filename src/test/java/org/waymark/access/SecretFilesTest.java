package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** A secret may stand in a file of its own, out of the environment and the command line. */
class SecretFilesTest {

    static final java.util.List<String> SECRETS = SecretFiles.SECRETS;

    @TempDir
    Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    private void read() {
        new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content);
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void it_is_read_without_the_line_end_behind_it(String secret) throws IOException {
        environment.setProperty(secret, "");
        environment.setProperty(
                secret + "-file", file(" four words, one secret \r\n").toString());
        read();
        assertThat(environment.getProperty(secret)).isEqualTo(" four words, one secret ");
    }

    @Test
    void without_a_file_nothing_changes() {
        environment.setProperty("waymark.local-password", "as it was");
        read();
        assertThat(environment.getProperty("waymark.local-password")).isEqualTo("as it was");
    }

    @Test
    void both_are_one_too_many_and_neither_is_repeated() throws IOException {
        environment.setProperty("waymark.mongodb-uri", "mongodb://user:hidden@host");
        environment.setProperty(
                "waymark.mongodb-uri-file", file("mongodb://user:other@host").toString());
        assertThatExceptionOfType(AccessCannotStart.class)
                .isThrownBy(this::read)
                .withMessageContaining("`WAYMARK_MONGODB_URI` and `WAYMARK_MONGODB_URI_FILE` are both set")
                .withMessageNotContaining("hidden")
                .withMessageNotContaining("other@");
    }

    @Test
    void a_file_that_is_not_there_empty_or_too_large_is_named() throws IOException {
        assertRefused(folder.resolve("none"), "cannot be read");
        assertRefused(file("\n"), "is empty");
        assertRefused(file("x".repeat(9000)), "too large for a secret");
    }

    private void assertRefused(Path file, String why) {
        environment.setProperty("waymark.local-password-file", file.toString());
        assertThatExceptionOfType(AccessCannotStart.class)
                .isThrownBy(this::read)
                .withMessageContaining("`" + file + "` that WAYMARK_LOCAL_PASSWORD_FILE names")
                .withMessageContaining(why);
    }
}
