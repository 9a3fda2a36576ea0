package org.waymark.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The right word that a wrong one was probably meant to be. */
public final class Nearest {

    /** Beyond three slips of the finger a guess helps nobody. */
    private static final LevenshteinDistance SLIPS = new LevenshteinDistance(3);

    /** Beyond that many a list of what is allowed is longer than anybody reads. */
    private static final int LISTED = 12;

    private Nearest() {}

    /** The rest of a message about a wrong word: a comma and the question, or nothing where no right word is near. */
    public static String hint(String wrong, Collection<String> right) {
        return to(wrong, right)
                .map(found -> ", did you mean " + Quoted.of(found) + "?")
                .orElse("");
    }

    /** The same, and everything that is allowed where that is a short list. */
    static String hintAndAllowed(String wrong, List<String> allowed) {
        String hint = hint(wrong, allowed);
        if (allowed.size() > LISTED) {
            return hint;
        }
        return (hint.isEmpty() ? ", allowed: " : hint + " allowed: ") + Quoted.anyOf(allowed);
    }

    /** The right word that is nearest to a wrong one, or nothing where none is near. */
    public static Optional<String> to(String wrong, Collection<String> right) {
        String plain = plain(wrong);
        return right.stream()
                .filter(candidate -> slips(plain, candidate) <= tolerated(candidate))
                .min(Comparator.comparingInt(candidate -> slips(plain, candidate)));
    }

    private static int slips(String plain, String candidate) {
        String wanted = plain(candidate);
        // Cheap where it matters: nobody types one word ten letters too long.
        if (Math.abs(wanted.length() - plain.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int slips = SLIPS.apply(plain, wanted);
        return slips < 0 ? Integer.MAX_VALUE : slips;
    }

    /** One slip in a word of three letters, two from four on (letters that change places are two), three from nine on. */
    private static int tolerated(String candidate) {
        int least = candidate.length() < 4 ? 1 : 2;
        return Math.min(3, Math.max(least, candidate.length() / 3));
    }

    /** Capitals, spaces, hyphens and underscores are no difference worth counting. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }
}
