package org.waymark.ruleset.lint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waymark.assessment.Factor;

/**
 * What stands in for who a child is, where it lives or whom it knows. Fixed here, and not in the rule set, which cannot
 * loosen its own safety. The Information Commissioner's enforcement notice on the Gangs Matrix (13 November 2018) is what
 * comes of labels and acquaintances that stand for conduct.
 */
final class Proxies {

    /** A factor that carries a disparity of others with it, and whose. */
    private static final Map<String, String> FACTORS = factors();

    /**
     * Words for what section 4 of the Equality Act 2010 protects, and for what follows it closely: nationality and
     * migration, language, where somebody lives, dress and music. Age is left out: the law itself sets ages for children.
     */
    private static final Set<String> WORDS = Set.of(
            "accent",
            "afro",
            "asian",
            "asylum",
            "belief",
            "bisexual",
            "black",
            "boy",
            "boys",
            "catholic",
            "christian",
            "church",
            "clothes",
            "clothing",
            "colour",
            "deaf",
            "disabilities",
            "disability",
            "disabled",
            "district",
            "drill",
            "estate",
            "ethnic",
            "ethnicity",
            "faith",
            "female",
            "gay",
            "gender",
            "girl",
            "girls",
            "gypsy",
            "hair",
            "hairstyle",
            "hindu",
            "hood",
            "hoodie",
            "hoody",
            "immigrant",
            "immigration",
            "islam",
            "islamic",
            "jewish",
            "language",
            "lesbian",
            "male",
            "marital",
            "marriage",
            "married",
            "maternity",
            "men",
            "migrant",
            "mosque",
            "music",
            "muslim",
            "nationality",
            "neighborhood",
            "neighbourhood",
            "orientation",
            "pregnancy",
            "pregnant",
            "postcode",
            "race",
            "racial",
            "rap",
            "refugee",
            "religion",
            "religious",
            "roma",
            "sex",
            "sexuality",
            "sikh",
            "street",
            "surname",
            "synagogue",
            "tattoo",
            "tattoos",
            "temple",
            "territory",
            "traveller",
            "transgender",
            "ward",
            "white",
            "woman",
            "women");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

    private Proxies() {}

    private static Map<String, String> factors() {
        Map<String, String> factors = new LinkedHashMap<>();
        for (String id : List.of("police-gang-flag", "organised-crime-nominal")) {
            factors.put(id, "whom police have listed");
        }
        factors.put("gang-association", "whom a worker judges to be involved with a gang");
        for (String id : List.of("arrest-no-further-action", "named-suspect", "arrested-now")) {
            factors.put(id, "whom police stop and arrest");
        }
        for (String id : List.of("permanent-exclusion", "suspension")) {
            factors.put(id, "whom schools exclude");
        }
        for (String id : List.of(
                "antisocial-peers",
                "family-offending",
                "gang-linked-relationship",
                "linked-to-exploited-children",
                "living-with-known-offender",
                "peer-exploited",
                "sibling-gang-involved")) {
            factors.put(id, "whom a child knows");
        }
        factors.put("rival-territory", "where a child lives");
        return factors;
    }

    /** What a factor stands in for, if it is one of the list. */
    static Optional<String> standsFor(String factor) {
        return Optional.ofNullable(FACTORS.get(factor));
    }

    /** What a factor stands in for, where it is one of the list or the catalogue marks it as sensitive. */
    static Optional<String> sensitive(Factor factor) {
        return standsFor(factor.id()).or(() -> factor.raiseOnly() ? Optional.of("who a child is") : Optional.empty());
    }

    /** The words of a text that are among the list, in their order. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(WORDS::contains)
                .distinct()
                .toList();
    }
}
