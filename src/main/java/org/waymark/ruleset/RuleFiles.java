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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a rule set, by their names within it: those that decide, and the policy team's own tests of them, which
 * stand in the folder {@code scenarios}. Content-addressed: the same files have the same hash, wherever they stand.
 */
public final class RuleFiles {

    /** The folder of the tests within a rule set. */
    public static final String SCENARIOS = "scenarios/";

    /** Findings of the linter that somebody accepted, each with a reason. A rule set need not have it. */
    public static final String ACCEPTED = "accepted-findings.csv";

    private static final String README = "README.md";
    private static final String YAML = ".yaml";

    private final SortedMap<String, byte[]> files;

    private RuleFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** The files of a rule set, by name; tests by names that start with {@link #SCENARIOS}. */
    public static RuleFiles of(Map<String, byte[]> files) {
        return new RuleFiles(new TreeMap<>(files));
    }

    /**
     * Reads a folder. What stands there for people alone, {@code README.md} and hidden files, is left out.
     *
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static RuleFiles in(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            read(folder, "", files);
            Path scenarios = folder.resolve(SCENARIOS);
            if (Files.isDirectory(scenarios)) {
                read(scenarios, SCENARIOS, files);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the rule set at `" + folder + "` cannot be read", unreadable);
        }
        return new RuleFiles(files);
    }

    private static void read(Path folder, String within, SortedMap<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !isForPeopleAlone(name)) {
                    files.put(within + name, Files.readAllBytes(file));
                }
            }
        }
    }

    /** Whether a file of this name is no part of a rule set, though it may stand beside it. */
    static boolean isForPeopleAlone(String name) {
        return name.startsWith(".") || name.equals(README);
    }

    /** Every file, tests included, by name. */
    public SortedMap<String, byte[]> all() {
        return new TreeMap<>(files);
    }

    /** The files that decide, by name. */
    SortedMap<String, byte[]> files() {
        return which(name -> !isTest(name));
    }

    /** The tests, by name. */
    public SortedMap<String, byte[]> tests() {
        return which(RuleFiles::isTest);
    }

    private static boolean isTest(String name) {
        return name.startsWith(SCENARIOS) && name.endsWith(YAML);
    }

    /** Whether a rule set may hold a file of this name. */
    static boolean mayHold(String name) {
        return isTest(name)
                ? RuleSetReader.isPlain(name.substring(SCENARIOS.length()))
                : RuleSetReader.mayBeCalled(name);
    }

    private SortedMap<String, byte[]> which(Predicate<String> names) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        files.forEach((name, content) -> {
            if (names.test(name)) {
                found.put(name, content);
            }
        });
        return found;
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
