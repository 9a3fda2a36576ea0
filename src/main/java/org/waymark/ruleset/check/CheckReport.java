package org.waymark.ruleset.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.lint.Finding;

/**
 * What came of a check.
 *
 * @param name the rule set's name; absent where it could not be read
 * @param hash of its files
 * @param sections what was looked at, in that order; what could not be looked at is not there
 * @param findings of the linter one by one, faults before warnings before notes; all of them
 */
public record CheckReport(@Nullable String name, String hash, List<Section> sections, List<Finding> findings) {

    public CheckReport {
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
    }

    /** Whether the rule set may be used. */
    public boolean ok() {
        return sections.stream().allMatch(Section::ok);
    }

    /** What is not as it must be. */
    public List<Section> failed() {
        return sections.stream().filter(section -> !section.ok()).toList();
    }
}
