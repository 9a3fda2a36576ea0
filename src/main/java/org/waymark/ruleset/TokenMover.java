package org.waymark.ruleset;

import java.util.List;

/** Gives the words of a rule that came from a decision table their places in the table. */
final class TokenMover {

    private final TablePlaces places;

    TokenMover(TablePlaces places) {
        this.places = places;
    }

    RawRule move(RawRule rule) {
        return new RawRule(
                move(rule.name()),
                rule.annotations().stream()
                        .map(one -> new RawRule.Annotation(move(one.name()), move(one.value())))
                        .toList(),
                rule.patterns().stream().map(this::move).toList(),
                rule.calls().stream()
                        .map(call -> new RawRule.Call(move(call.verb()), move(call.arguments())))
                        .toList());
    }

    private RawRule.Pattern move(RawRule.Pattern pattern) {
        return new RawRule.Pattern(
                pattern.negated(),
                move(pattern.type()),
                pattern.constraints().stream()
                        .map(one ->
                                new RawRule.Constraint(move(one.field()), move(one.comparison()), move(one.value())))
                        .toList());
    }

    private List<Token> move(List<Token> tokens) {
        return tokens.stream().map(this::move).toList();
    }

    private Token move(Token token) {
        return new Token(token.kind(), token.text(), places.of(token));
    }
}
