package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.screening.rule.Place;

/** Cuts the text of a rule file into words. Whatever is not a word of the language is a fault. */
final class Lexer {

    private static final Pattern SKIPPED = Pattern.compile("[ \\t\\r\\n]+|//[^\\n]*");
    private static final Pattern WORD = Pattern.compile("\\$?[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,4})?");
    private static final Pattern SYMBOL = Pattern.compile("==|<=|>=|[<>():;,.@]");

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int strangeLine;

    Lexer(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The words in order, an end of file last. */
    List<Token> tokens() {
        while (at < text.length()) {
            if (!skip()
                    && !take(STRING, Token.Kind.STRING, 1)
                    && !take(WORD, Token.Kind.WORD, 0)
                    && !take(NUMBER, Token.Kind.NUMBER, 0)
                    && !take(SYMBOL, Token.Kind.SYMBOL, 0)) {
                strange();
            }
        }
        tokens.add(new Token(Token.Kind.END_OF_FILE, "", place()));
        return tokens;
    }

    private boolean skip() {
        Matcher match = matcher(SKIPPED);
        return match.lookingAt() && advance(match.end());
    }

    private boolean take(Pattern pattern, Token.Kind kind, int group) {
        Matcher match = matcher(pattern);
        if (!match.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, match.group(group), place()));
        return advance(match.end());
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void strange() {
        int end = text.offsetByCodePoints(at, 1);
        String found = text.substring(at, end);
        if (line != strangeLine) {
            // Where one is, more are: they are mostly of the same slip, and told once.
            strangeLine = line;
            String message = found.equals("\"")
                    ? "the text in quotes is not closed"
                    : "`" + found + "` is not part of the rule language";
            faults.add(place(), message, fix(found));
        }
        tokens.add(new Token(Token.Kind.STRANGE, found, place()));
        advance(found.equals("\"") ? endOfLine() : end);
    }

    private static String fix(String found) {
        return switch (found) {
            case "\"" -> "close it with a `\"` on the same line";
            case "-" -> "put the name in quotes, such as \"going-missing\"";
            case "=" -> "write `==`";
            case "'", "\u2018", "\u2019", "\u201C", "\u201D" -> "write the plain quotation mark `\"`";
            case "#", "/", "*" -> "start a comment with `//`";
            default -> "take it out";
        };
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private Place place() {
        return new Place(file, line, at - lineStart + 1);
    }

    private boolean advance(int to) {
        for (; at < to; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        return true;
    }
}
