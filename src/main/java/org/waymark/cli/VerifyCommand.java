package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.ruleset.RuleFiles;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.MalformedText;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.proof.Anchor;
import org.waymark.trail.proof.Report;
import org.waymark.trail.proof.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies an exported trail from the file alone: exit 0 where nothing is wrong with it, 1 where something is. */
@Command(
        name = "verify",
        description = {
            "Verifies an exported trail, or the capsule of one decision: that nothing in it was changed, left out or put "
                    + "in. Needs no server, no database and no network.",
            "Exit 0 where nothing is wrong with it, 1 where something is, 2 where it cannot be read."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    /** More than any key or checkpoint has. */
    private static final long MOST_BYTES = 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the export, as it is or compressed by gzip")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "VERIFIERKEY",
            description = "the public key of the log, as the service or a partner agency told it: name+id+base64")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--key-file", paramLabel = "FILE", description = "a file with that key")
    private @Nullable Path keyFile;

    @Option(
            names = "--witness",
            paramLabel = "VERIFIERKEY",
            description = "the public key of an agency that must have cosigned the newest checkpoint; may be repeated")
    private List<String> witnesses = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a checkpoint of this log that was kept elsewhere, which it must continue; may be repeated")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--json", description = "print the report as JSON, on one line")
    private boolean json;

    @Override
    public Integer call() {
        Anchor anchor = anchor();
        Report report = report(anchor);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            VerifyPrinter.print(report, file, out);
        }
        out.flush();
        return report.verified() ? 0 : 1;
    }

    private Report report(Anchor anchor) {
        if (Files.isDirectory(file)) {
            throw new UsersFault("`" + file + "` is a folder, not an exported trail");
        }
        try {
            return new Verification(anchor, files -> RuleFiles.of(files).hash()).of(file);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static UsersFault unreadable(Path file, Exception e) {
        String why = e instanceof NoSuchFileException ? "there is none" : String.valueOf(e.getMessage());
        return new UsersFault("the file `" + file + "` cannot be read: " + why);
    }

    private Anchor anchor() {
        List<Verifier> log = new ArrayList<>();
        keys.forEach(key -> log.add(key(key, "--key")));
        if (keyFile != null) {
            log.add(key(text(keyFile).strip(), "--key-file " + keyFile));
        }
        List<Verifier> cosigners =
                witnesses.stream().map(key -> key(key, "--witness")).toList();
        try {
            return new Anchor(
                    log,
                    cosigners,
                    checkpoints.stream().map(VerifyCommand::note).toList());
        } catch (IllegalArgumentException e) {
            throw new UsersFault(String.valueOf(e.getMessage()));
        }
    }

    private static Verifier key(String text, String where) {
        try {
            return Verifier.parse(text);
        } catch (MalformedText e) {
            throw new UsersFault(where + ": " + e.getMessage());
        }
    }

    private static SignedNote note(Path file) {
        try {
            SignedNote note = SignedNote.parse(text(file));
            Checkpoint.of(note);
            return note;
        } catch (MalformedText e) {
            throw new UsersFault("--checkpoint " + file + ": " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new UsersFault("the file `" + file + "` is too large for a key or a checkpoint");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsersFault("the file `" + file + "` is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
