package org.waymark.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a rule set, by their names within it. Content-addressed: the same files have the same hash, wherever
 * they stand.
 */
public final class RuleFiles {

    private static final String README = "README.md";

    private final SortedMap<String, byte[]> files;

    private RuleFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** The files of a rule set, by name. */
    public static RuleFiles of(Map<String, byte[]> files) {
        return new RuleFiles(new TreeMap<>(files));
    }

    /**
     * Reads a folder. What stands there for people, {@code README.md} and the folder {@code scenarios}, decides
     * nothing and is left out.
     *
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static RuleFiles in(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !name.startsWith(".") && !name.equals(README)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the rule set at `" + folder + "` cannot be read", unreadable);
        }
        return new RuleFiles(files);
    }

    /** Names and contents, by name. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /** {@code sha256:} and the hash over the name, length and content of each file, in the order of the names. */
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
