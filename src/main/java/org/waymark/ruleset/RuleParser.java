package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the words of a rule file into rules, by a grammar of our own that must account for every word:
 *
 * <pre>
 * file       = [ "package" word { "." word } [ ";" ] ] { rule }
 * rule       = "rule" string { "@" word "(" string ")" } "when" { pattern } "then" { statement } "end"
 * pattern    = [ word ":" ] [ "not" ] word "(" [ constraint { "," constraint } ] ")"
 * constraint = word ( "==" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) ( string | number | word )
 * statement  = "refer" { "." word "(" [ word { "," word } ] ")" } ";"
 * </pre>
 *
 * There is no nesting, so no text can exhaust the stack. After a fault, reading goes on at the next rule.
 */
final class RuleParser {

    /** Thrown and caught within this class, to leave a rule whose shape is wrong. */
    private static final class Misshapen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misshapen() {
            super(null, null, false, false);
        }
    }

    /** Words of Drools that join facts, and how the same is said here. */
    private static final Map<String, String> INSTEAD = Map.of(
            "and", "write each fact on a line of its own: all of them must hold",
            "or", "write a line of the rule for each: SG-12a, SG-12b",
            "exists", "write the fact itself",
            "forall", "count with `Several`",
            "accumulate", "count with `times` or with `Several`",
            "eval", "compare fields of facts");

    private static final Set<Token.Kind> VALUES = EnumSet.of(Token.Kind.WORD, Token.Kind.STRING, Token.Kind.NUMBER);

    private final List<Token> tokens;
    private final Faults faults;
    private int at;

    RuleParser(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    List<RawRule> rules() {
        List<RawRule> rules = new ArrayList<>();
        try {
            header();
        } catch (Misshapen header) {
            skipToNextRule();
        }
        while (peek().kind() != Token.Kind.END_OF_FILE) {
            try {
                rules.add(rule());
            } catch (Misshapen fault) {
                skipToNextRule();
            }
        }
        return rules;
    }

    private void header() {
        if (peek().is("package")) {
            next();
            do {
                word("a package name");
            } while (accept("."));
            accept(";");
        }
    }

    private void skipToNextRule() {
        while (peek().kind() != Token.Kind.END_OF_FILE && !peek().is("rule")) {
            next();
        }
    }

    private RawRule rule() {
        if (!peek().is("rule")) {
            throw fault(
                    peek(),
                    "found " + peek().shown() + " where a rule must begin",
                    "a rule file holds rules only: no import, function, query, declaration or global");
        }
        next();
        Token name = string("the rule's name in quotes, such as \"SG-12 Missing three times in 30 days\"");
        List<RawRule.Annotation> annotations = annotations();
        expect("when", "`when` and the rule's conditions", "a rule has no attributes: take it out");
        List<RawRule.Pattern> patterns = new ArrayList<>();
        while (!peek().is("then")) {
            if (peek().is("end") || peek().is("refer")) {
                throw fault(peek(), "found " + peek().shown() + " before `then`", "write `then` above what is given");
            }
            patterns.add(pattern());
        }
        next();
        List<RawRule.Call> calls = new ArrayList<>();
        while (!peek().is("end")) {
            calls.addAll(statement());
        }
        next();
        return new RawRule(name, annotations, patterns, calls);
    }

    private List<RawRule.Annotation> annotations() {
        List<RawRule.Annotation> annotations = new ArrayList<>();
        while (accept("@")) {
            Token name = word("`Source` or `Statement`");
            expect("(", "`(`", "write it as `@Source(\"policy choice\")`");
            Token value = string("one text in quotes");
            expect(")", "`)`", "an annotation holds one text in quotes");
            annotations.add(new RawRule.Annotation(name, value));
        }
        return annotations;
    }

    private RawRule.Pattern pattern() {
        Token first = word("a fact, such as `Happened( factor == \"going-missing\" )`, or `then`");
        String instead = INSTEAD.get(first.text());
        if (instead != null) {
            throw fault(first, first.shown() + " is not part of the rule language", instead);
        }
        if (accept(":")) {
            first = word("a fact");
        }
        boolean negated = first.is("not");
        Token type = negated ? word("a fact after `not`") : first;
        expect("(", "`(` after the fact", "write the fact with brackets, such as `Yes( factor == \"debt-bondage\" )`");
        List<RawRule.Constraint> constraints = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                constraints.add(constraint());
            } while (accept(","));
        }
        expect(")", "`,` or `)`", "a fact compares each field once, and closes with `)`");
        return new RawRule.Pattern(negated, type, constraints);
    }

    private RawRule.Constraint constraint() {
        Token field = word("a field of the fact");
        Token comparison = next();
        if (org.waymark.screening.rule.Comparison.of(comparison.text()).isEmpty()
                || comparison.kind() != Token.Kind.SYMBOL) {
            throw fault(
                    comparison,
                    "found " + comparison.shown() + " where a comparison must stand",
                    "allowed are ==, <, <=, > and >=");
        }
        Token value = next();
        if (!VALUES.contains(value.kind())) {
            throw fault(
                    value,
                    "found " + value.shown() + " where a value must stand",
                    "write a number, or a name in quotes");
        }
        return new RawRule.Constraint(field, comparison, value);
    }

    private List<RawRule.Call> statement() {
        if (peek().is("rule") || peek().kind() == Token.Kind.END_OF_FILE) {
            throw fault(
                    peek(),
                    "found " + peek().shown() + " where the rule before has not ended",
                    "write `end` on a line of its own after the `;`");
        }
        Token subject = word("`refer` or `end`");
        if (!subject.is("refer")) {
            throw fault(
                    subject,
                    "found " + subject.shown() + " where `refer` or `end` must stand",
                    "a rule can only refer: `refer.to(SAFEGUARDING, SAME_DAY);`");
        }
        List<RawRule.Call> calls = new ArrayList<>();
        while (accept(".")) {
            calls.add(call());
        }
        expect(";", "`;`", "write `;` after the last of what is given");
        return calls;
    }

    private RawRule.Call call() {
        Token verb = word("what to do, such as `to`");
        expect("(", "`(`", "write what is given in brackets, such as `to(SAFEGUARDING, SAME_DAY)`");
        List<Token> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(word("a constant such as `SAFEGUARDING`"));
            } while (accept(","));
        }
        expect(")", "`,` or `)`", "join the words of a constant by `_`, and constants by `,`");
        return new RawRule.Call(verb, arguments);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END_OF_FILE) {
            at++;
        }
        return token;
    }

    private boolean accept(String text) {
        if (!peek().is(text)) {
            return false;
        }
        next();
        return true;
    }

    private void expect(String text, String wanted, String fix) {
        if (!accept(text)) {
            throw fault(peek(), "found " + peek().shown() + " where " + wanted + " must stand", fix);
        }
    }

    private Token word(String wanted) {
        return of(Token.Kind.WORD, wanted);
    }

    private Token string(String wanted) {
        return of(Token.Kind.STRING, wanted);
    }

    private Token of(Token.Kind kind, String wanted) {
        if (peek().kind() != kind) {
            String fix = kind == Token.Kind.STRING
                    ? "write one text between two quotation marks, and nothing else"
                    : "write it as a plain word, without code around it";
            throw fault(peek(), "found " + peek().shown() + " where " + wanted + " must stand", fix);
        }
        return next();
    }

    private Misshapen fault(Token token, String message, String fix) {
        if (token.kind() != Token.Kind.STRANGE) {
            faults.add(token.place(), message, fix);
        }
        return new Misshapen();
    }
}
