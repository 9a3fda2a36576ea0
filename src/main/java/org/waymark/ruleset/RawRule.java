package org.waymark.ruleset;

import java.util.List;

/** A rule as its text has it: the shape is right, what it says has not been looked at. */
record RawRule(Token name, List<Annotation> annotations, List<Pattern> patterns, List<Call> calls) {

    /** {@code @Source("...")}. */
    record Annotation(Token name, Token value) {}

    /** {@code not Recommended( pathway == SAFEGUARDING )}. */
    record Pattern(boolean negated, Token type, List<Constraint> constraints) {}

    /** {@code withinDays == 30}. */
    record Constraint(Token field, Token comparison, Token value) {}

    /** {@code .to(SAFEGUARDING, SAME_DAY)}. */
    record Call(Token verb, List<Token> arguments) {}
}
