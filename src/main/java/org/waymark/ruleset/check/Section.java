package org.waymark.ruleset.check;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param name what, in a word
 * @param ok whether it is as it must be
 * @param headline what was found, in one sentence
 * @param details what is wrong, or worth knowing, a line each
 */
public record Section(String name, boolean ok, String headline, List<String> details) {

    public Section {
        details = List.copyOf(details);
    }
}
