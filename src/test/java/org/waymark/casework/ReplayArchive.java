package org.waymark.casework;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.waymark.assessment.Json;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.RuleSetZip;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Submission;
import tools.jackson.databind.JsonNode;

/**
 * Decisions that were recorded once, with all that they rest on, in a folder of three files: the entries of some trails,
 * one a line, each with the hash of its own bytes (packed by bzip2, which sees that
 * decisions repeat each other where gzip looks back too short a way); the files of the rule set that decided, as a zip; and a page about
 * both, with their hashes. All of it is of this project's own making, and about nobody.
 */
record ReplayArchive(Path folder, JsonNode page, List<Entry> entries, RuleFiles rules) {

    /** Where they all stand, each in a folder of its own. */
    static final Path ALL = Path.of("src/test/resources/replay");

    private static final String PAGE = "archive.json";
    private static final String ENTRIES = "entries.ndjson.bz2";
    private static final String RULES = "rules.zip";

    static List<Path> folders() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Entry> decisions() {
        return entries.stream().filter(entry -> entry.kind() == Kind.SCREENED).toList();
    }

    /** Reads an archive, and refuses one of which a byte is not what it was. */
    static ReplayArchive read(Path folder) {
        try {
            JsonNode page = Json.read(Files.readString(folder.resolve(PAGE)));
            List<Entry> entries = entries(unchanged(folder, ENTRIES, page));
            RuleFiles rules = RuleSetZip.read(unchanged(folder, RULES, page));
            require(rules.hash(), page.path("ruleSet").asString(), RULES);
            require(entries.size() + "", page.path("entries").asString(), ENTRIES);
            return new ReplayArchive(folder, page, entries, rules);
        } catch (IOException | RuleSetRejected e) {
            throw new AssertionError(folder + ": " + e.getMessage(), e);
        }
    }

    private static byte[] unchanged(Path folder, String file, JsonNode page) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        require(sha256(bytes), page.path("sha256").path(file).asString(), file);
        return bytes;
    }

    private static void require(String found, String expected, String where) {
        if (!found.equals(expected)) {
            throw new AssertionError(where + " was changed: found " + found + ", expected " + expected);
        }
    }

    private static List<Entry> entries(byte[] packed) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new BZip2CompressorInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                String json = line.substring(space + 1);
                require(
                        sha256(json.getBytes(StandardCharsets.UTF_8)),
                        line.substring(0, space),
                        "line " + (entries.size() + 1));
                entries.add(entry(Json.read(json)));
            }
        }
        return entries;
    }

    private static Entry entry(JsonNode line) {
        Map<String, String> content = new LinkedHashMap<>();
        line.path("content")
                .properties()
                .forEach(text -> content.put(text.getKey(), text.getValue().asString()));
        return new Entry(
                new Person(line.path("person").asString()),
                line.path("format").asInt(),
                line.path("sequence").asLong(),
                Kind.of(line.path("kind").asString()),
                new Submission(line.path("submission").asString()),
                line.path("decision").isNull() ? null : line.path("decision").asString(),
                line.path("actor").asString(),
                Instant.parse(line.path("recordedAt").asString()),
                content,
                false);
    }

    /** Writes an archive that was never there before: what is recorded once is never written again. */
    static void write(Path folder, Engine engine, RuleFiles rules, List<Entry> entries) throws IOException {
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(
                    folder + " is there already; an archive is never written again: add" + " another beside it");
        }
        byte[] packedEntries = packed(entries);
        byte[] packedRules = packed(rules);
        Map<String, Object> hashes = new LinkedHashMap<>();
        hashes.put(ENTRIES, sha256(packedEntries));
        hashes.put(RULES, sha256(packedRules));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "about",
                "Decisions of this project's own making, about nobody. Never change a byte: docs/decisions says why, at what a replay is held to");
        page.put("engine", engine);
        page.put("ruleSet", rules.hash());
        page.put("entries", entries.size());
        page.put("sha256", hashes);
        Files.createDirectories(folder);
        Files.write(folder.resolve(ENTRIES), packedEntries);
        Files.write(folder.resolve(RULES), packedRules);
        Files.writeString(folder.resolve(PAGE), Json.write(page) + "\n");
    }

    private static byte[] packed(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(bytes)) {
            for (Entry entry : entries) {
                String json = Json.write(line(entry));
                String line = sha256(json.getBytes(StandardCharsets.UTF_8)) + " " + json + "\n";
                packed.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> line(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("person", entry.person().pseudonym());
        line.put("format", entry.format());
        line.put("sequence", entry.sequence());
        line.put("kind", entry.kind().code());
        line.put("submission", entry.submission().pseudonym());
        line.put("decision", entry.decisionId());
        line.put("actor", entry.actor());
        line.put("recordedAt", entry.recordedAt());
        line.put("content", entry.content());
        return line;
    }

    private static byte[] packed(RuleFiles rules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : rules.all().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
