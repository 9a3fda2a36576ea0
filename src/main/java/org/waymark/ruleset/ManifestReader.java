package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Manifest;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads {@code manifest.yaml}: what a rule set says of itself. Plain values only; no YAML tag makes an object. */
final class ManifestReader {

    private static final String FILE = "manifest.yaml";
    private static final List<String> FIELDS =
            List.of("name", "effectiveFrom", "owner", "changes", "levels", "pathways", "rules", "groups", "attributes");

    /** The manifest: what a screening reads of it, and what only people read. */
    record Manifested(Manifest manifest, Notes notes) {}

    private final Faults faults;

    ManifestReader(Faults faults) {
        this.faults = faults;
    }

    Optional<Manifested> read(String text) {
        int before = faults.count();
        Map<?, ?> manifest = parse(text);
        if (manifest == null) {
            return Optional.empty();
        }
        manifest.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> fault("unknown field `" + field + "`", Spelling.fix(field, FIELDS)));
        String name = text(manifest.get("name"), "name");
        List<String> levels = levels(manifest.get("levels"));
        Map<Pathway, String> names = new EnumMap<>(Pathway.class);
        Map<Pathway, String> bases = new EnumMap<>(Pathway.class);
        pathways(manifest.get("pathways"), names, bases);
        Notes notes = new NotesReader(FILE, faults).read(manifest);
        return faults.count() > before
                ? Optional.empty()
                : Optional.of(new Manifested(new Manifest(name, levels, names, bases), notes));
    }

    private @Nullable Map<?, ?> parse(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            options.setAllowDuplicateKeys(false);
            Object loaded = new Yaml(new SafeConstructor(options)).load(text);
            if (loaded instanceof Map<?, ?> map) {
                return map;
            }
            fault("the manifest is not a list of fields with values", "such as `name: \"2026.1\"`");
        } catch (MarkedYAMLException notYaml) {
            Mark mark = notYaml.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            faults.add(
                    new Place(FILE, line, column),
                    "the manifest is not YAML: " + notYaml.getProblem(),
                    "write each name once, with plain texts and lists as values");
        } catch (RuntimeException | StackOverflowError notYaml) {
            // A tag such as !!int over a word that is no figure, more aliases or more depth than are allowed.
            fault(
                    "the manifest is not plain YAML: " + String.valueOf(notYaml.getMessage()),
                    "use texts and lists only");
        }
        return null;
    }

    private List<String> levels(@Nullable Object value) {
        List<String> levels = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object level : list) {
                Object name = level instanceof Map<?, ?> map ? map.get("name") : level;
                String code = code(text(name, "levels"));
                if (levels.contains(code)) {
                    fault("the level `" + code + "` stands twice", "keep one");
                }
                levels.add(code);
            }
        }
        if (levels.isEmpty()) {
            fault("`levels` names no level", "name at least one, slowest first");
        }
        return levels;
    }

    private String code(String level) {
        if (!level.matches("[a-z][a-z0-9-]{0,40}")) {
            fault("the level `" + level + "` is not a code", "use lower-case letters and hyphens");
        }
        return level;
    }

    private void pathways(@Nullable Object value, Map<Pathway, String> names, Map<Pathway, String> bases) {
        for (Pathway pathway : Pathway.values()) {
            Object entry = value instanceof Map<?, ?> map ? map.get(pathway.code()) : null;
            if (entry instanceof Map<?, ?> fields) {
                names.put(pathway, text(fields.get("name"), "pathways." + pathway.code() + ".name"));
                bases.put(pathway, text(fields.get("legalBasis"), "pathways." + pathway.code() + ".legalBasis"));
            } else {
                fault("`pathways` says nothing of `" + pathway.code() + "`", "give it a `name` and a `legalBasis`");
            }
        }
    }

    private String text(@Nullable Object value, String field) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        fault("`" + field + "` is missing or not a text", "put it in quotes");
        return "";
    }

    private void fault(String message, String fix) {
        faults.add(new Place(FILE, 1, 1), message, fix);
    }
}
