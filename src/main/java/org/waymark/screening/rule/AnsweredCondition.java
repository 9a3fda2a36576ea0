package org.waymark.screening.rule;

import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.No;
import org.waymark.screening.fact.NotYes;
import org.waymark.screening.fact.Unclear;
import org.waymark.screening.fact.Unknown;
import org.waymark.screening.fact.Yes;

/** The answer that counts about one factor. */
public record AnsweredCondition(Kind kind, String factor) implements Condition {

    /** Which answer is asked for, named as the fact is. */
    public enum Kind {
        YES("Yes"),
        NO("No"),
        UNKNOWN("Unknown"),
        UNCLEAR("Unclear"),
        NOT_YES("NotYes");

        private final String factName;

        Kind(String factName) {
            this.factName = factName;
        }

        /** The name of the fact that rule files use. */
        public String factName() {
            return factName;
        }
    }

    /** The fact that meets this condition. */
    public Fact fact() {
        return switch (kind) {
            case YES -> new Yes(factor);
            case NO -> new No(factor);
            case UNKNOWN -> new Unknown(factor);
            case UNCLEAR -> new Unclear(factor);
            case NOT_YES -> new NotYes(factor);
        };
    }

    @Override
    public boolean matches(Fact fact) {
        return fact().equals(fact);
    }
}
