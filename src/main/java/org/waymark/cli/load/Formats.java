package org.waymark.cli.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.CatalogueReader;
import org.waymark.assessment.InvalidCatalogue;
import org.waymark.cli.UsersFault;
import org.waymark.cli.load.table.Mapping;
import org.waymark.cli.load.table.MappingReader;
import org.waymark.cli.load.table.TableInput;
import org.waymark.ruleset.RuleFiles;

/** How a file is read, by what its name ends in. */
final class Formats {

    private static final String TABLE = ".csv";
    private static final long MOST_BYTES = 1024 * 1024;

    private final @Nullable Mapping mapping;
    private final Catalogue catalogue;
    private final String digest;

    private Formats(@Nullable Mapping mapping, Catalogue catalogue, String digest) {
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.digest = digest;
    }

    /**
     * The formats of these files.
     *
     * @param rules the folder with the factors that a mapping may name
     * @throws UsersFault where a table has no mapping, or the mapping has faults
     */
    static Formats with(List<InputFile> files, @Nullable Path mapping, Path rules) {
        if (mapping == null) {
            files.stream().filter(file -> file.holds(TABLE)).findFirst().ifPresent(table -> {
                throw new UsersFault(table.path()
                        + ": say with --mapping what its columns mean; samples/mappings/README.md says how");
            });
            return new Formats(null, new Catalogue(Map.of(), Map.of(), Map.of()), "");
        }
        Catalogue catalogue = catalogue(rules);
        return new Formats(
                MappingReader.read(mapping.toString(), text(mapping), catalogue), catalogue, InputFile.digest(mapping));
    }

    private static String text(Path mapping) {
        try {
            if (Files.size(mapping) > MOST_BYTES) {
                throw new UsersFault(mapping + ": is too large for a mapping");
            }
            return Files.readString(mapping);
        } catch (IOException unreadable) {
            throw new UsersFault(
                    mapping + ": " + (Files.exists(mapping) ? "cannot be read as UTF-8" : "there is no such file"));
        }
    }

    private static Catalogue catalogue(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw new UsersFault("there is no folder `" + rules
                    + "` with a rule set; name one with --rules DIR or WAYMARK_RULES_DIR");
        }
        SortedMap<String, byte[]> files = RuleFiles.in(rules).all();
        try {
            return CatalogueReader.read(
                    text(files, "factors.csv"), text(files, "groups.csv"), text(files, "areas.csv"));
        } catch (InvalidCatalogue invalid) {
            throw new UsersFault(rules + ": " + invalid.getMessage());
        }
    }

    private static String text(SortedMap<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** By what the mapping is known again; empty where there is none. */
    String mappingDigest() {
        return digest;
    }

    String reportEnding(InputFile file) {
        return file.holds(TABLE) ? ".rejected.csv" : ".rejected.ndjson";
    }

    /**
     * Opens a file, with the report on what of it is rejected.
     *
     * @param reported how long the report is known to be
     * @param goesOn whether there was a load before that did not end
     */
    Input open(InputFile file, Path report, long reported, boolean goesOn) throws IOException {
        if (mapping != null && file.holds(TABLE)) {
            TableInput table = new TableInput(file.open(), file.path().toString(), mapping, catalogue);
            return new TableFile(table, report(report, table.reportHead(), reported, goesOn));
        }
        return new NdjsonInput(file.open(), report(report, "", reported, goesOn));
    }

    private static Report report(Path path, String head, long reported, boolean goesOn) throws IOException {
        return goesOn ? Report.goOn(path, head, reported) : new Report(path, head, reported);
    }
}
