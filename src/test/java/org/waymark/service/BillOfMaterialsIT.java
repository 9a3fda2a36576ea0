package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar says what is in it, and nothing in it is under a licence that nobody read or has a weakness that is known. */
class BillOfMaterialsIT {

    private static final Path AUDIT = Path.of("src/audit");
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    private static Set<String> jars;
    private static List<JsonNode> components;

    @BeforeAll
    static void open() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("waymark.jar"))) {
            jars = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .collect(Collectors.toSet());
            components = JsonMapper.shared()
                    .readTree(jar.getInputStream(jar.getJarEntry(BILL)).readAllBytes())
                    .path("components")
                    .valueStream()
                    .toList();
        }
    }

    @Test
    void every_library_in_the_jar_is_on_its_bill_with_a_hash() {
        assertThat(jars).hasSizeGreaterThan(100);
        Set<String> billed = components.stream()
                .filter(one -> !one.path("hashes").isEmpty())
                .map(one ->
                        one.path("name").asString() + "-" + one.path("version").asString() + ".jar")
                .collect(Collectors.toSet());
        // Boot's own loader tools are put in by the packing and not by a dependency.
        assertThat(jars.stream().filter(jar -> !jar.startsWith("spring-boot-jarmode-tools-")))
                .allSatisfy(jar -> assertThat(billed).contains(jar));
    }

    @Test
    void each_has_a_licence_that_somebody_read() throws IOException {
        Set<String> read = lines("licences.txt");
        List<String> unread = components.stream()
                .filter(one -> licences(one).stream().noneMatch(read::contains))
                .map(one -> "- " + one.path("purl").asString() + " is under " + licences(one))
                .toList();
        assertThat(unread).isEmpty();
        assertThat(read).doesNotContain("AGPL-3.0-only");
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(one -> Stream.of(one.at("/license/id"), one.at("/license/name"), one.path("expression")))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void none_has_a_weakness_that_is_known() throws IOException {
        String given = System.getProperty("waymark.advisories", "");
        Advisories advisories = Advisories.in(given.isBlank() ? AUDIT.resolve("advisories") : Path.of(given));
        assertThat(advisories.all()).isNotEmpty();
        Set<String> accepted = lines("accepted.txt").stream()
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet());
        List<String> weak = components.stream()
                .flatMap(one -> advisories.of(library(one), one.path("version").asString()).stream()
                        .filter(found -> !accepted.contains(found.split(" ", 2)[0]))
                        .map(found -> "- " + one.path("purl").asString() + ": " + found))
                .toList();
        assertThat(weak).isEmpty();
    }

    private static String library(JsonNode component) {
        return component.path("group").asString() + ":" + component.path("name").asString();
    }

    @Test
    void a_weakness_is_found_by_its_versions_however_it_is_written(@TempDir Path folder) throws IOException {
        String advisory = """
                {"id": "SEEDED-1", "summary": "Seeded.", "affected": [{"package": {"ecosystem": "Maven",
                 "name": "com.h2database:h2"}, "ranges": [{"type": "ECOSYSTEM", "events": [%s]}], "versions": [%s]}]}
                """;
        String h2 = components.stream()
                .filter(one -> library(one).equals("com.h2database:h2"))
                .map(one -> one.path("version").asString())
                .findFirst()
                .orElseThrow();
        assertThat(found(folder, advisory.formatted("{\"introduced\": \"0\"}", ""), h2))
                .isTrue();
        assertThat(found(folder, advisory.formatted("", "\"" + h2 + "\""), h2)).isTrue();
        String to = "{\"introduced\": \"1.0\"}, {\"fixed\": \"%s\"}";
        assertThat(found(folder, advisory.formatted(to.formatted(h2), ""), h2)).isFalse();
        assertThat(found(folder, advisory.formatted(to.formatted(h2 + ".1"), ""), h2))
                .isTrue();
        String last = "{\"introduced\": \"1.0\"}, {\"last_affected\": \"%s\"}";
        assertThat(found(folder, advisory.formatted(last.formatted(h2), ""), h2))
                .isTrue();
        assertThat(found(folder, advisory.formatted(last.formatted("2.0.0"), ""), h2))
                .isFalse();
        String again = "{\"introduced\": \"1.0\"}, {\"fixed\": \"1.1\"}, {\"introduced\": \"2.0\"}";
        assertThat(found(folder, advisory.formatted(again, ""), h2)).isTrue();
        assertThat(found(folder, advisory.formatted(again, ""), "1.5")).isFalse();
    }

    /** In a folder and in a zip alike. */
    private static boolean found(Path folder, String advisory, String version) throws IOException {
        Files.writeString(folder.resolve("one.json"), advisory);
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("one.json"));
            out.write(Files.readAllBytes(folder.resolve("one.json")));
        }
        List<String> inFolder = Advisories.in(folder).of("com.h2database:h2", version);
        assertThat(Advisories.in(zip).of("com.h2database:h2", version)).isEqualTo(inFolder);
        return !inFolder.isEmpty();
    }

    private static Set<String> lines(String file) throws IOException {
        return Files.readAllLines(AUDIT.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
    }
}
