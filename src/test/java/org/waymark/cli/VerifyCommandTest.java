package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.trail.proof.AnExport;

/** What a court's expert types, and what they are told. */
class VerifyCommandTest {

    @TempDir
    static Path folder;

    private static AnExport export;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void record() throws Exception {
        export = AnExport.in(folder);
    }

    private int verify(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("trail", "verify"));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return CommandLineFace.run(all, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void aGoodExportIsVerifiedInPlainEnglish() {
        assertThat(verify(
                        export.file(),
                        "--key",
                        export.key(),
                        "--witness",
                        export.witness(),
                        "--checkpoint",
                        export.checkpoint()))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .startsWith("VERIFIED: ")
                .contains("What was checked", "What this proves", "What this does not prove")
                .doesNotContain("--key");
    }

    @Test
    void withoutAKeyTheReportSaysHowToGetOne() {
        assertThat(verify(export.file())).isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("Get the public key from the service", "--key");
    }

    @Test
    void aChangedExportIsNamedWithLineEntryAndField() throws IOException {
        String text = Files.readString(export.file());
        Path changed = Files.writeString(folder.resolve("changed"), text.replace("MASH-3\\\"", "MASH-4\\\""));
        assertThat(verify(changed)).isEqualTo(1);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .startsWith("NOT VERIFIED: ")
                .containsPattern("Line \\d+, entry p21:0000000001, `content`: is not what was recorded")
                .contains("Do not rely on this file");
    }

    @Test
    void anotherKeyIsNotTheOneThatSigned() {
        assertThat(verify(export.file(), "--key", export.otherKey())).isEqualTo(1);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("the key that was given has not signed the newest checkpoint");
    }

    @Test
    void machinesReadJson() {
        assertThat(verify(export.file(), "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"verified\":true,\"scope\":\"log\"")
                .contains("\"faults\":[]");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void aKeyFileIsReadToo() throws IOException {
        Path key = Files.writeString(folder.resolve("log.pub"), export.key() + "\n");
        assertThat(verify(export.file(), "--key-file", key)).isZero();
    }

    @Test
    void wrongUsageIsToldApartFromABadFile() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify(folder)).isEqualTo(2);
        assertThat(verify(folder.resolve("absent"))).isEqualTo(2);
        assertThat(verify(export.file(), "--key", "nonsense")).isEqualTo(2);
        assertThat(verify(export.file(), "--key", export.witness())).isEqualTo(2);
        assertThat(verify(export.file(), "--checkpoint", export.file())).isEqualTo(2);
        assertThat(verify(export.file(), "--key-file", folder)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("is a folder", "there is none", "is not a verifier key")
                .doesNotContain("This should not have happened");
    }

    @Test
    void hostileFilesAreRefusedInAWord() throws IOException {
        assertRefused("", "is empty");
        assertRefused("{}\n", "`type`: is missing");
        assertRefused("hello\n", "it is not JSON");
        assertRefused("[".repeat(100_000) + "\n", "it is not JSON");
        assertRefused("{\"a\":".repeat(100_000) + "\n", "it is not JSON");
        assertRefused("{\"a\":1,\"a\":2}\n", "it is not JSON");
        assertRefused("1e999999999\n", "it is no");
        assertRefused("{\"n\":" + "9".repeat(100_000) + "}\n", "it is not JSON");
        assertRefused("x".repeat(17 * 1024 * 1024), "is longer than");
        assertRefused(new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'}, "it is not UTF-8");
        assertRefused(new byte[] {0x1f, (byte) 0x8b}, "damaged or cut short");
        assertRefused(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3}, "damaged or cut short");
        assertRefused(bomb(), "is longer than");
        String good = Files.readString(export.file());
        String header = good.substring(0, good.indexOf('\n') + 1);
        assertRefused(header + "[".repeat(100_000) + "\n", "it is not JSON");
        assertRefused(header + "{\"type\":\"\\ud800\"}\n", "not");
        assertRefused(good + good, "stands behind the last line");
        assertRefused(good.replace("\n", "\r\n"), "canonical");
        assertRefused("\ufeff" + good, "it is not JSON");
        assertRefused(header + "\n".repeat(5000), "the first 1000");
    }

    /** A gigabyte of nothing in a megabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(file)) {
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++) {
                gzip.write(nothing);
            }
        }
        return file.toByteArray();
    }

    private void assertRefused(String text, String why) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), why);
    }

    private void assertRefused(byte[] content, String why) throws IOException {
        out.getBuffer().setLength(0);
        Path file = Files.write(folder.resolve("hostile"), content);
        assertThat(verify(file)).as(why).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(why)
                .doesNotContain("Exception", "\tat ", "tools.jackson");
    }
}
