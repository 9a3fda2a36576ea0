package org.waymark.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one password of the local users.
 *
 * @param random whether it was made here, so that somebody has to be told of it
 */
record LocalPassword(String text, boolean random) {

    /** No letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** 24 of 57 characters: 139 bits. */
    private static final int LENGTH = 24;

    /** What bcrypt takes in. It would leave the rest of a longer one unread. */
    private static final int MOST_BYTES = 72;

    /**
     * The password that the operator chose, or a new one where they chose none.
     *
     * @throws AccessCannotStart where it is too long to be compared whole
     */
    static LocalPassword of(String chosen) {
        if (chosen.isBlank()) {
            return new LocalPassword(made(), true);
        }
        int bytes = chosen.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new AccessCannotStart("WAYMARK_LOCAL_PASSWORD has " + bytes + " bytes, allowed are " + MOST_BYTES
                    + " at most; give a shorter one, or none to have one made");
        }
        return new LocalPassword(chosen, false);
    }

    private static String made() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, LENGTH)
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }

    /** Whatever is printed or logged by accident does not give it away. */
    @Override
    public String toString() {
        return random ? "a random password" : "the password of WAYMARK_LOCAL_PASSWORD";
    }
}
