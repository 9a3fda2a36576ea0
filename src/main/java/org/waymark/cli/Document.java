package org.waymark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Fault;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Submission;

/**
 * The bytes of one assessment.
 *
 * @param name the file it came from, and in a file of many its line
 */
record Document(String name, byte[] content) {

    private static final String ONE_A_LINE = ".ndjson";

    /**
     * The assessments of these files, in order.
     *
     * @throws UsersFault where a file cannot be read, naming every such file
     */
    static List<Document> in(List<Path> files) {
        List<Document> documents = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files) {
            try {
                documents.addAll(in(file));
            } catch (IOException fault) {
                unreadable.add(file + ": " + (Files.exists(file) ? "cannot be read" : "there is no such file"));
            }
        }
        if (!unreadable.isEmpty()) {
            throw new UsersFault(String.join("\n", unreadable));
        }
        return documents;
    }

    private static List<Document> in(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!file.toString().endsWith(ONE_A_LINE)) {
            return List.of(new Document(file.toString(), content));
        }
        List<Document> lines = new ArrayList<>();
        int number = 0;
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Document(file + ":" + number, line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return lines;
    }

    /** The assessment, or nothing and its faults. */
    Optional<Submission> read(AssessmentReader reader, Instant now, List<String> faults) {
        try {
            return Optional.of(reader.read(content, now));
        } catch (InvalidAssessment invalid) {
            invalid.faults().stream().map(this::told).forEach(faults::add);
            return Optional.empty();
        }
    }

    private String told(Fault fault) {
        return name + ": " + fault;
    }
}
