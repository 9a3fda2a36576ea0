package org.waymark.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.versioning.ComparableVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known weaknesses of libraries, from files of the OSV format: a folder of them, or a zip. */
record Advisories(List<JsonNode> all) {

    static Advisories in(Path place) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    all.add(JsonMapper.shared().readTree(Files.readAllBytes(file)));
                }
            }
        } else {
            try (ZipFile zip = new ZipFile(place.toFile())) {
                zip.stream()
                        .filter(entry -> entry.getName().endsWith(".json"))
                        .forEach(entry -> all.add(read(zip, entry)));
            }
        }
        return new Advisories(List.copyOf(all));
    }

    private static JsonNode read(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids and summaries of those that a version of a library has. */
    List<String> of(String library, String version) {
        return all.stream()
                .filter(advisory -> !advisory.has("withdrawn"))
                .filter(advisory -> advisory.path("affected")
                        .valueStream()
                        .filter(affected ->
                                affected.at("/package/ecosystem").asString("").equals("Maven"))
                        .filter(affected ->
                                affected.at("/package/name").asString("").equals(library))
                        .anyMatch(affected -> isAffected(affected, version)))
                .map(advisory -> advisory.path("id").asString() + " "
                        + advisory.path("summary").asString(""))
                .toList();
    }

    private static boolean isAffected(JsonNode affected, String version) {
        return affected.path("versions")
                        .valueStream()
                        .anyMatch(one -> one.asString().equals(version))
                || affected.path("ranges")
                        .valueStream()
                        .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                        .anyMatch(range -> isWithin(range.path("events"), new ComparableVersion(version)));
    }

    /** By the order of the format: what was introduced last before this version holds, unless it was fixed by then. */
    private static boolean isWithin(JsonNode events, ComparableVersion version) {
        boolean within = false;
        for (JsonNode event : events) {
            if (event.has("introduced") && isNotBefore(version, event.path("introduced"))) {
                within = true;
            } else if (event.has("fixed") && isNotBefore(version, event.path("fixed"))) {
                within = false;
            } else if (event.has("last_affected")
                    && version.compareTo(new ComparableVersion(
                                    event.path("last_affected").asString()))
                            > 0) {
                within = false;
            }
        }
        return within;
    }

    private static boolean isNotBefore(ComparableVersion version, JsonNode other) {
        return version.compareTo(new ComparableVersion(other.asString())) >= 0;
    }
}
