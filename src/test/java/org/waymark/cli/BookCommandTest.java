package org.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule book from the command line: two files and what was written, or every fault and nothing written. */
class BookCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineFace.run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void itWritesBothFilesAndSaysSo() throws IOException {
        Path book = folder.resolve("new/folder");

        int exit = run("rules", "book", "--rules", "rules", "--out", book.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .containsExactly("wrote " + book.resolve("rule-book.md"), "wrote " + book.resolve("rule-book.html"));
        assertThat(Files.readString(book.resolve("rule-book.md"))).startsWith("# Rule book 2026.1\n");
        assertThat(Files.readString(book.resolve("rule-book.html")))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">");
    }

    @Test
    void everyFaultOfTheRuleSetIsToldAndNothingIsWritten() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.drl"), "rule \"SG-01");

        int exit = run(
                "rules",
                "book",
                "--rules",
                rules.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("faults in the rule set:", "- a.drl:1:", "the rule set has no `manifest.yaml`");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereOrCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("rules", "book", "--rules", "nowhere")).isEqualTo(2);
        assertThat(run("rules", "book", "--rules", "rules", "--out", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("`nowhere`", "--rules DIR")
                .contains(
                        "`" + file.resolve("rule-book.md") + "` cannot be written; name another folder with --out DIR");
    }

    @Test
    void rulesAloneSaysWhatMayBeAsked() {
        assertThat(run("rules")).isEqualTo(2);
        assertThat(err.toString()).contains("`rules` needs to know what to do", "book");
    }
}
