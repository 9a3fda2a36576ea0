package org.waymark.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the parser found wrong: its own are written for those who program it. */
final class JsonSlip {

    /** What the parser's message looks like, and what is said instead; {@code %s} is what the first group holds. */
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        say("^Duplicate Object property \"(.*)\"", "the field %s is there twice in one object: keep one of them");
        say("^Trailing token", "something follows after the end of the document: submit one document at a time");
        say("end-of-input", "the document ends too early: is a brace, a bracket or a quotation mark not closed?");
        say("nesting depth", "the document is nested too deeply, allowed are " + JsonText.DEEPEST + " levels");
        say("^Number value length", "the number is too long, allowed are " + JsonText.LONGEST_NUMBER + " characters");
        say("^Name length", "the name of the field is too long, allowed are " + JsonText.LONGEST_NAME + " characters");
        say("Leading zero", "a number cannot begin with `0`: leave the zero out, or write a string");
        say(
                "^Illegal unquoted character",
                "a line break, tab or other control character stands in a string as it is:"
                        + " write `\\n`, `\\t` or `\\u` and its number");
        say("escape", "a backslash that begins no escape of JSON: write it twice where a backslash is meant");
        say(
                "^Unexpected character \\('(.+?)'",
                "unexpected %s: is a comma, a colon or a quotation mark missing before" + " it, or one too many?");
        say(
                "(?:token|Token) '(.+?)'",
                "unexpected %s: text stands in quotation marks, and only `true`, `false`, `null`"
                        + " and numbers do not");
    }

    private JsonSlip() {}

    static String inPlainWords(String parserMessage) {
        for (Map.Entry<Pattern, String> words : WORDS.entrySet()) {
            Matcher matcher = words.getKey().matcher(parserMessage);
            if (matcher.find()) {
                return matcher.groupCount() == 0
                        ? words.getValue()
                        : words.getValue().formatted(Quoted.of(matcher.group(1)));
            }
        }
        return "this is not JSON";
    }

    private static void say(String parserMessage, String words) {
        WORDS.put(Pattern.compile(parserMessage, Pattern.DOTALL), words);
    }
}
