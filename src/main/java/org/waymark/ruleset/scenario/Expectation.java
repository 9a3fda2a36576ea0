package org.waymark.ruleset.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.screening.rule.Place;

/**
 * One thing that must come out at a contact, or must not.
 *
 * @param place where it stands in its file
 * @param of what it speaks
 * @param code the pathway, service, action, block or flag by its code, the factor, the rule or its line, or the text;
 *     empty for an urgency
 * @param speed how high and how soon
 * @param never whether it must not come out
 */
public record Expectation(Place place, Of of, String code, Speed speed, boolean never) {

    /** What an expectation may speak of, and the key under which it stands. */
    public enum Of {
        PRIMARY("primary"),
        URGENCY("urgency"),
        PATHWAY("pathways"),
        SERVICE("services"),
        ACTION("actions"),
        BLOCK("blocks"),
        FLAG("flags"),
        QUESTION("questions"),
        RULE("rules"),
        SUMMARY("summary");

        private final String key;

        Of(String key) {
            this.key = key;
        }

        /** The key in a scenario file. */
        String key() {
            return key;
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Of::key).toList();
        }

        static Optional<Of> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
        }

        /** What stands before all that came out of them. */
        String cameOut() {
            return switch (this) {
                case RULE -> "rules that fired: ";
                case QUESTION -> "questions asked: ";
                default -> key + " that came out: ";
            };
        }

        /** What it does where it is there. */
        String verb() {
            return this == RULE ? "fire" : this == QUESTION ? "be asked" : "come out";
        }

        /** What stands for that verb at the end of a sentence. */
        String auxiliary() {
            return this == QUESTION ? "is" : "does";
        }

        /** One of them: {@code pathway}, {@code urgency}. */
        String singular() {
            return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
        }
    }

    /** The same at another level, or as soon as that. */
    Expectation with(Speed other) {
        return new Expectation(place, of, code, other, never);
    }

    /** What is expected, as one phrase: {@code pathway mace at least standard}. */
    String phrase() {
        String what = of == Of.SUMMARY ? "\"" + code + "\" in the summary" : of.singular() + " " + code;
        return (what + " " + speed.written()).replaceAll(" +", " ").strip();
    }
}
