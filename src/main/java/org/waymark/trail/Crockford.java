package org.waymark.trail;

/** Lower-case base 32 of Crockford: no i, l, o or u, so that it can be read out on the telephone. */
final class Crockford {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;

    private Crockford() {}

    /** The first bits of the bytes, five a digit, the last digit filled up with zeros. */
    static String encode(byte[] bytes, int bits) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < bits; start += BITS) {
            int digit = 0;
            for (int bit = start; bit < start + BITS; bit++) {
                digit = digit << 1 | (bit < bits ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0);
            }
            text.append(DIGITS.charAt(digit));
        }
        return text.toString();
    }
}
