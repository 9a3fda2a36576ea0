package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last look of a build: in all that the tests and the services of the tests logged there is no reference, no note
 * and no word of the samples, and no secret. The build runs it when all else has run.
 */
class WhatWasLogged {

    private static final Path LOGGED = Path.of("target", "logged");

    /** What a word must have to be one: `yes` and `none` say nothing about anybody. */
    private static final int SHORTEST = 8;

    private static final Set<String> ABOUT_PEOPLE = Set.of(
            "reference",
            "assessmentId",
            "contactGroup",
            "note",
            "childsView",
            "parentsView",
            "parentsInformedReason",
            "strengths",
            "communicationNeeds",
            "safeContact",
            "said",
            "household",
            "postcode",
            "reason");

    private static final Set<String> SECRETS =
            Set.of("a password for tests, not for use", "only-for-this-test", "PRIVATE+KEY", "\"primaryKeyId\"");

    /** How the tests call young people. */
    private static final Set<String> TESTS_OWN = Set.of("LCS-", "KN-8812");

    @Test
    void nothing_about_anybody_and_no_secret_is_in_any_log() throws IOException {
        Set<String> words = words();
        assertThat(words).hasSizeGreaterThan(100).anyMatch(word -> word.contains("LCS-55512"));
        List<String> found = new ArrayList<>();
        long lines = 0;
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            lines += text.lines().count();
            found.addAll(told(log.getFileName().toString(), text, words));
        }
        assertThat(lines).as("lines that were logged").isGreaterThan(10);
        assertThat(found).isEmpty();
    }

    @Test
    void a_line_that_says_too_much_is_seen() throws IOException {
        Set<String> words = words();
        assertThat(told("a", "08:45 INFO Screening: LCS-55512 was screened\n", words))
                .hasSize(1);
        assertThat(told("a", "fine\nat com.example: Seen at a home visit\n", words))
                .hasSize(1);
        assertThat(told("a", "key PRIVATE+KEY+waymark+1\n", words)).hasSize(1);
        assertThat(told("a", "08:45 INFO Store: Everything recorded is kept\n", words))
                .isEmpty();
    }

    private static List<String> told(String log, String text, Set<String> words) {
        return text.lines()
                .filter(line -> words.stream().anyMatch(line::contains))
                .map(line -> "- " + log + ": " + line)
                .toList();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(LOGGED)) {
            return files.sorted().toList();
        }
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>(SECRETS);
        words.addAll(TESTS_OWN);
        try (Stream<Path> samples = Files.walk(Path.of("samples"))) {
            samples.filter(file -> file.toString().matches(".*\\.(json|ndjson)"))
                    .flatMap(WhatWasLogged::documents)
                    .forEach(document -> gather(document, false, words));
        }
        return words;
    }

    private static Stream<JsonNode> documents(Path file) {
        try {
            List<String> texts =
                    file.toString().endsWith(".ndjson") ? Files.readAllLines(file) : List.of(Files.readString(file));
            return texts.stream().filter(text -> !text.isBlank()).flatMap(WhatWasLogged::document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sample is broken on purpose. */
    private static Stream<JsonNode> document(String text) {
        try {
            return Stream.of(JsonMapper.shared().readTree(text));
        } catch (tools.jackson.core.JacksonException broken) {
            return Stream.empty();
        }
    }

    private static void gather(JsonNode node, boolean aboutPeople, Set<String> words) {
        if (node.isString() && aboutPeople && node.asString().length() >= SHORTEST) {
            words.add(node.asString());
        }
        node.properties()
                .forEach(
                        field -> gather(field.getValue(), aboutPeople || ABOUT_PEOPLE.contains(field.getKey()), words));
        if (node.isArray()) {
            node.forEach(one -> gather(one, aboutPeople, words));
        }
    }
}
