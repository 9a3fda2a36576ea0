package org.waymark.screening.rule;

import java.util.Optional;
import java.util.stream.Stream;

/** How a rule compares a figure with its limit. */
public enum Comparison {
    EQUAL("=="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** As it stands in a rule file. */
    public String symbol() {
        return symbol;
    }

    public static Optional<Comparison> of(String symbol) {
        return Stream.of(values())
                .filter(comparison -> comparison.symbol.equals(symbol))
                .findFirst();
    }

    /** Whether the figure stands so to the limit. */
    public boolean holds(double figure, double limit) {
        return switch (this) {
            case EQUAL -> figure == limit;
            case LESS -> figure < limit;
            case AT_MOST -> figure <= limit;
            case MORE -> figure > limit;
            case AT_LEAST -> figure >= limit;
        };
    }
}
