package org.waymark.assessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Readings of numbers. Their bounds also keep them exact in RFC 8785, which knows doubles only. */
final class Numbers {

    private static final int DECIMALS = 3;

    private Numbers() {}

    /** A whole number within these bounds, both allowed; {@code 2.0} is one, as JSON has one kind of number only. */
    static Reading<Integer> whole(int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        return at -> {
            BigDecimal number = number(at, least, most, 0, allowed);
            return number == null ? null : number.intValueExact();
        };
    }

    /** A figure from 0 up to this, with three decimals at most, written in the shortest way. */
    static Reading<BigDecimal> figure(int most) {
        String allowed = "a number from 0 to " + most + " with " + DECIMALS + " decimals at most";
        return at -> {
            BigDecimal number = number(at, 0, most, DECIMALS, allowed);
            return number == null ? null : shortest(number);
        };
    }

    private static @Nullable BigDecimal number(Cursor at, int least, int most, int decimals, String allowed) {
        if (!at.node().isNumber()) {
            at.expected(allowed);
            return null;
        }
        BigDecimal number = at.node().decimalValue();
        boolean within = number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
        if (!within) {
            at.expected(allowed);
            return null;
        }
        return number;
    }

    /** One way to write each figure, so that 30, 30.0 and 3e1 are equal. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
