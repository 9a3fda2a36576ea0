package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.words.Clocks;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** A result in the words that a report of impact uses. */
final class Words {

    static final String NO_PATHWAY = "no pathway";

    private Words() {}

    /** A whole result: {@code Safeguarding within 24 hours; MACE, level standard, within one working day}. */
    static String of(Result result, Manifest manifest) {
        List<String> parts = new ArrayList<>();
        result.paths()
                .forEach((pathway, path) ->
                        parts.add(name(pathway, manifest) + level(path.level()) + " " + Clocks.within(path.urgency())));
        if (parts.isEmpty()) {
            parts.add(NO_PATHWAY);
        }
        Urgency whole = result.urgency();
        boolean fasterThanAll = result.paths().values().stream().noneMatch(path -> path.urgency() == whole);
        if (whole != null && fasterThanAll) {
            parts.add("something to do " + Clocks.within(whole));
        }
        return String.join("; ", parts);
    }

    private static String name(Pathway pathway, Manifest manifest) {
        return manifest.pathwayNames().getOrDefault(pathway, pathway.code());
    }

    private static String level(@Nullable String level) {
        return level == null ? "" : ", level " + level + ",";
    }

    /** So many of a thing: {@code 1 contact}, {@code 2 contacts}. */
    static String count(long number, String one) {
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : one + "s");
    }

    /** So many in a hundred, to one decimal place; none of none is none. */
    static String share(long part, long whole) {
        return String.format(Locale.UK, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }
}
