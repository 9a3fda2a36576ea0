package org.waymark.ruleset;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.rule.Manifest;

/** Reads the names of levels, which are data of the rule set: {@code HIGH} in a rule is {@code high} in the manifest. */
final class Levels {

    private Levels() {}

    static @Nullable String read(Token word, Manifest manifest, Faults faults) {
        String level = word.text().toLowerCase(Locale.ROOT).replace('_', '-');
        if (manifest.levels().contains(level) && word.isWord()) {
            return level;
        }
        faults.add(word.place(), "unknown level `" + word.text() + "`", Spelling.fix(word.text(), names(manifest)));
        return null;
    }

    static List<String> names(Manifest manifest) {
        return manifest.levels().stream()
                .map(level -> level.toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList();
    }
}
