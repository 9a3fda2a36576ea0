package org.waymark.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.ruleset.ActiveRules;

/** The assessments of the folder {@code samples}, as everybody who tries the service out reads them. */
final class Samples {

    static final Path FOLDER = Path.of("samples");

    /** The two that are there to be turned away. */
    static final Set<String> FAULTY = Set.of("every-mistake.json", "broken.json");

    /** Later than every sample; not the wall clock, so that these tests say the same on every machine. */
    static final Instant NOW = Instant.parse("2026-03-31T23:00:00Z");

    private static final AssessmentReader READER =
            new AssessmentReader(ActiveRules.ruleSet().catalogue());

    private Samples() {}

    /** Every JSON file below the folder, by its path in it, in the order in which a shell would list them. */
    static List<String> files() {
        return below(FOLDER).filter(name -> name.endsWith(".json")).toList();
    }

    /** The contacts of the case of Chris, in their order. */
    static List<String> chris() {
        return files().stream().filter(name -> name.startsWith("chris/")).toList();
    }

    private static Stream<String> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Assessment read(String file) {
        return parsed(file, bytes(file));
    }

    /** The assessments of a file that holds one a line. */
    static List<Assessment> lines(String file) {
        return text(FOLDER.resolve(file))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> parsed(file, line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** How the reader turns a document away. */
    static InvalidAssessment refused(String file) {
        try {
            READER.read(bytes(file), NOW);
        } catch (InvalidAssessment refused) {
            return refused;
        }
        throw new AssertionError(file + " was read without a fault");
    }

    static Assessment parsed(String file, byte[] json) {
        try {
            return READER.read(json, NOW).assessment();
        } catch (InvalidAssessment refused) {
            throw new AssertionError(file + ": " + refused.faults(), refused);
        }
    }

    private static byte[] bytes(String file) {
        return text(FOLDER.resolve(file)).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
