package org.waymark.ruleset.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which words of the contract come out of a rule set's scenarios.
 *
 * @param comeOut how many of all
 * @param missing those that do not, in the order of the contract
 */
public record VocabularyReport(Share comeOut, List<Missing> missing) {

    public VocabularyReport {
        missing = List.copyOf(missing);
    }

    /** What a word names. */
    public enum Kind {
        PATHWAY,
        LEVEL,
        URGENCY,
        SERVICE,
        ACTION,
        BLOCK,
        FLAG
    }

    /**
     * A word that comes out of no scenario.
     *
     * @param given whether some rule gives it all the same
     */
    public record Missing(Kind kind, String word, boolean given) {

        /** Which word, and what is missing. */
        public String text() {
            String what = "The " + kind.name().toLowerCase(Locale.ROOT) + " `" + word + "` ";
            return what
                    + (given
                            ? "is given by a rule and comes out of no scenario."
                            : "is given by no rule and comes out of no scenario.");
        }
    }

    /** The figure, and below it what is missing. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Words of the contract that come out of a scenario: " + comeOut + ".");
        missing.forEach(one -> lines.add(one.text()));
        return lines;
    }
}
