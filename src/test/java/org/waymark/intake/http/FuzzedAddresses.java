package org.waymark.intake.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where calls go, and what stands in their heads: what is there, what could be, and what never was. */
final class FuzzedAddresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*\\*");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "{\"$gt\": \"\"}",
            "$where: 1",
            "a.b.c",
            "\u202eabc",
            "\u0000",
            "=1+1",
            "../../x",
            "9".repeat(400),
            "'; drop",
            "<script>",
            "\u0085\u2028",
            "%0d%0aX: y",
            "\ud83d\ude00",
            "-0",
            "1e400",
            "\t",
            "{}",
            "[[[[",
            "sefton/..");
    private static final List<String> ESCAPED =
            List.of("%00", "%2e%2e%2f", "..%5c", "%ff%fe", "%E2%80%AE", "%", "%zz", "$where", "a%0d%0ab");
    private static final String GLASS = "A child is missing tonight, and their own area does not answer.";

    private final Random random;

    FuzzedAddresses(Random random) {
        this.random = random;
    }

    String odd() {
        return of(ODD);
    }

    String path(String pattern, FuzzedTarget target) {
        Matcher variables = VARIABLE.matcher(pattern);
        String path = variables.replaceAll(variable -> Matcher.quoteReplacement(segment(variable.group(), target)));
        return switch (random.nextInt(60)) {
            case 0 -> path + "/";
            case 1 -> path.replace("/", "//");
            case 2 -> path.replace("a", "%61");
            case 3 -> path + "/../" + random.nextInt();
            case 4 -> path + ";jsessionid=1";
            case 5 -> path.toUpperCase(Locale.ROOT);
            case 6 -> "http://elsewhere.example" + path;
            default -> path;
        };
    }

    private String segment(String variable, FuzzedTarget target) {
        return switch (random.nextInt(40)) {
            case 0 -> of(ESCAPED);
            case 1 -> "9".repeat(random.nextInt(400));
            case 2 -> URLEncoder.encode(odd(), StandardCharsets.UTF_8);
            case 3 -> target.decision().reference();
            default ->
                switch (variable) {
                    case "{area}" -> target.decision().area();
                    case "{reference}" -> target.decision().reference();
                    case "{decisionId}" -> target.decision().id();
                    case "{hash}" -> target.version().hash();
                    case "{other}" -> target.other().hash();
                    case "{id}" -> target.analysis().id();
                    case "{draft}" -> target.draft();
                    case "{section}" -> of(List.of("about", "first-pass", "missing", "people", "next"));
                    case "{sequence}" -> String.valueOf(1 + random.nextInt(3));
                    case "**" -> of(List.of("readiness", "liveness", "store", "waymark.css", "a/b.css"));
                    default -> of(List.of("readiness", "liveness", "store"));
                };
        };
    }

    String query(String pattern, boolean zip, FuzzedTarget target) {
        return switch (random.nextInt(12)) {
            case 0 ->
                "?"
                        + of(List.of(
                                "dryRun",
                                "explain",
                                "area",
                                "reason",
                                "from",
                                "to",
                                "leaf",
                                "size",
                                "note",
                                "continues"))
                        + "="
                        + of(List.of("true", "1", "-1", "sefton", "%", "%ff", "99999999999999999999", "%00", "[$gt]"));
            case 1 -> "?" + URLEncoder.encode(odd(), StandardCharsets.UTF_8) + "&&==&a[$ne]=1";
            default -> zip ? "?note=By+zip" : right(pattern, target);
        };
    }

    private String right(String pattern, FuzzedTarget target) {
        return switch (pattern) {
            case "/api/log/inclusion" -> "?leaf=" + target.leaf() + "&size=" + target.size();
            case "/api/log/consistency" -> "?from=" + (target.leaf() + 1) + "&to=" + target.size();
            case "/api/assessments" -> random.nextInt(10) == 0 ? "?dryRun=true" : "";
            case "/api/assessments:batch" -> random.nextBoolean() ? "?decisions=false" : "";
            case "/api/decisions/{decisionId}" -> random.nextBoolean() ? "?explain=true" : "";
            case "/api/areas/{area}/young-people/{reference}/trail" -> random.nextBoolean() ? "?reason=A+visit" : "";
            case "/api/work-list" ->
                of(List.of("", "?area=" + target.decision().area(), "?overdue=false", "?status=proposed&most=5"));
            case "/api/decisions" ->
                of(List.of(
                        "",
                        "?area=sefton&overridden=true",
                        "?reference=" + target.decision().reference()));
            case "/young-people" -> of(List.of("", "?area=sefton&reference=FZ-1", "?area=&reference="));
            case "/audit" -> of(List.of("", "?decision=" + target.decision().id()));
            case "/rules/{hash}/figures" -> "?rule=SG-12";
            case "/rules/{hash}/book" -> of(List.of("", "?q=missing"));
            case "/decisions/{decisionId}/proof" -> of(List.of("", "?verify=yes"));
            case "/api/rule-sets/active" -> "?area=" + target.decision().area();
            default -> "";
        };
    }

    String header() {
        return switch (random.nextInt(10)) {
            case 0 ->
                "Accept: " + of(List.of("text/html", "*/*", "application/json;q=x", "text/markdown, text/html", ","));
            case 1 -> "Waymark-Reason: " + odd();
            case 2 -> "If-None-Match: *";
            case 3 -> "Range: bytes=" + random.nextInt() + "-";
            case 4 -> "Content-Encoding: gzip";
            case 5 -> "Cookie: JSESSIONID=" + odd();
            case 6 -> "X-Forwarded-For: " + odd();
            case 7 -> "Waymark-Break-Glass: " + (random.nextBoolean() ? GLASS : odd());
            case 8 -> "X-CSRF-TOKEN: " + odd();
            default -> "Origin: https://elsewhere.example";
        };
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
