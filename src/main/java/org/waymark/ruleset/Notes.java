package org.waymark.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule set tells the people who read it, from {@code manifest.yaml}. No screening reads any of this, and each
 * part may be empty.
 *
 * @param effectiveFrom the first day on which it holds, as the manifest has it
 * @param owner who answers for it
 * @param changes what changed from the version before
 * @param levels what each level means, by its name
 * @param rules what each rule is about, by the id that its lines share
 * @param groups what the factors of a group are, in the plural, by the group's name: {@code signs of exploitation}
 * @param attributes what an area may have, by the attribute's name: {@code a gang-exit service}
 */
public record Notes(
        String effectiveFrom,
        String owner,
        List<String> changes,
        Map<String, String> levels,
        Map<String, String> rules,
        Map<String, String> groups,
        Map<String, String> attributes) {

    public Notes {
        changes = List.copyOf(changes);
        levels = inOrder(levels);
        rules = inOrder(rules);
        groups = inOrder(groups);
        attributes = inOrder(attributes);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
