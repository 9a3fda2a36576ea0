package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Json;
import org.waymark.trail.Extent;
import org.waymark.trail.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Part of what an analysis looks at: the people whose pseudonyms lie in one of so many equal ranges. Pseudonyms are
 * spread evenly, and say for themselves in which range they lie; so a piece is about the same people whoever cuts it,
 * and whatever was recorded in the meantime.
 *
 * @param analysis the id of the analysis that it is of
 * @param of how many ranges there are
 * @param number which of them, from 0
 * @param people who is in it, and how much is recorded about each; pseudonyms only
 */
public record Piece(String analysis, int of, int number, List<Extent> people) {

    /** Entries in a piece, about: a second's work or so, done again where a node dies and no more. */
    static final int ENTRIES = 500;

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int BITS_A_DIGIT = 5;
    private static final int LOOKED_AT = 4;
    private static final int MOST = 1 << BITS_A_DIGIT * LOOKED_AT;

    /**
     * @throws IllegalArgumentException where somebody is in it who belongs to another
     */
    public Piece {
        people = List.copyOf(people);
        boolean strange = of < 1
                || number < 0
                || number >= of
                || people.stream().anyMatch(one -> one.entries() < 1 || numberOf(one.person(), of) != number);
        if (strange) {
            throw new IllegalArgumentException("piece " + number + " of " + of + " is not cut as pieces are");
        }
    }

    /** Into how many pieces so many entries are cut. */
    static int count(long entries, int each) {
        return (int) Math.max(1, Math.min(MOST, (entries + each - 1) / each));
    }

    /** The range in which a person lies. A pseudonym that is greater never lies in an earlier one. */
    static int numberOf(Person person, int of) {
        long place = 0;
        for (int i = 0; i < LOOKED_AT; i++) {
            place = place << BITS_A_DIGIT | digit(person.pseudonym(), i);
        }
        return (int) (place * of >> BITS_A_DIGIT * LOOKED_AT);
    }

    private static int digit(String pseudonym, int at) {
        if (at >= pseudonym.length()) {
            return 0;
        }
        int found = Arrays.binarySearch(DIGITS, pseudonym.charAt(at));
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** What names it among all pieces of all analyses. */
    public String id() {
        return analysis + ":" + of + ":" + number;
    }

    /** How many entries it holds. */
    int entries() {
        return people.stream().mapToInt(Extent::entries).sum();
    }

    /** As it is sent to whoever does it. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("analysis", analysis);
        fields.put("of", of);
        fields.put("number", number);
        Map<String, Integer> entries = new LinkedHashMap<>();
        people.forEach(one -> entries.put(one.person().pseudonym(), one.entries()));
        fields.put("people", entries);
        return Json.write(fields);
    }

    /**
     * Reads what {@link #json} gave.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static Piece read(String json) {
        try {
            JsonNode read = Json.read(json);
            List<Extent> people = new ArrayList<>();
            read.path("people")
                    .properties()
                    .forEach(one -> people.add(
                            new Extent(new Person(one.getKey()), one.getValue().asInt())));
            return new Piece(
                    read.path("analysis").asString(),
                    read.path("of").asInt(),
                    read.path("number").asInt(),
                    people);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not a piece of an analysis: no such JSON", e);
        }
    }
}
