package org.waymark.intake.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls that nobody would make, over every route: near enough to right ones to get far, and wrong somewhere. */
final class FuzzedCalls {

    /** As it is mapped. */
    record Route(String method, String pattern) {}

    /** One of them. */
    record Call(String method, byte[] bytes, boolean last) {

        /** The beginning, for whoever has to find out what went wrong. */
        String shown() {
            return new String(bytes, 0, Math.min(bytes.length, 600), StandardCharsets.ISO_8859_1);
        }
    }

    /** What all else is about. */
    private static final Route SUBMITTING = new Route("POST", "/api/assessments");

    private static final int MOST_KNOWN = 50;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*\\*");
    private static final Pattern DECISION = Pattern.compile("\"decisionId\":\"([0-9A-Za-z-]{1,80})\"");
    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "G\u00c4T", "A B");
    private static final List<String> USERS = List.of("screener", "manager", "policy", "approver", "auditor");

    private final List<Route> routes;
    private final Random random;
    private final FuzzedBodies bodies;
    private final Deque<String> known = new ConcurrentLinkedDeque<>();

    FuzzedCalls(List<Route> routes, String hash, long seed) {
        this.routes = routes;
        this.random = new Random(seed);
        this.bodies = new FuzzedBodies(random, hash);
        known.add(hash);
    }

    /** What came back may be asked for again. */
    void learn(String body) {
        Matcher found = DECISION.matcher(body);
        if (found.find() && known.size() < MOST_KNOWN) {
            known.add(found.group(1));
        }
    }

    Call next() {
        Route route = random.nextInt(8) == 0 ? SUBMITTING : of(routes);
        String method = often() ? route.method() : of(METHODS);
        byte[] body = method.equals("GET") && often() ? new byte[0] : bodies.next(route.pattern());
        boolean misled = random.nextInt(100) == 0;
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + path(route.pattern()) + query() + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1\r\nAuthorization: Basic ")
                .append(credentials())
                .append("\r\n");
        head.append("Content-Length: ")
                .append(misled ? body.length / 2 : body.length)
                .append("\r\n");
        head.append("Content-Type: ")
                .append(often() ? bodies.type() : bodies.odd())
                .append("\r\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(header()).append("\r\n");
        }
        call.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        call.writeBytes(body);
        return new Call(method, call.toByteArray(), misled);
    }

    private String path(String pattern) {
        Matcher variables = VARIABLE.matcher(pattern);
        String path = variables.replaceAll(variable -> Matcher.quoteReplacement(segment()));
        return switch (random.nextInt(40)) {
            case 0 -> path + "/";
            case 1 -> path.replace("/", "//");
            case 2 -> path.replace("a", "%61");
            case 3 -> path + "/../" + random.nextInt();
            case 4 -> path + ";jsessionid=1";
            case 5 -> path.toUpperCase(java.util.Locale.ROOT);
            case 6 -> "http://elsewhere.example" + path;
            default -> path;
        };
    }

    /** What is there, what could be, and what never was. */
    private String segment() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> of(new ArrayList<>(known));
            case 2 -> "sefton";
            case 3 -> bodies.reference();
            case 4 -> of(List.of("%00", "%2e%2e%2f", "..%5c", "%ff%fe", "%E2%80%AE", "%", "%zz", "$where", "a%0d%0ab"));
            case 5 -> "9".repeat(random.nextInt(400));
            default -> URLEncoder.encode(bodies.odd(), StandardCharsets.UTF_8);
        };
    }

    private String query() {
        return switch (random.nextInt(6)) {
            case 0 ->
                "?" + of(List.of("dryRun", "explain", "area", "reason", "from", "to", "leaf", "size", "note")) + "="
                        + of(List.of("true", "1", "-1", "sefton", "%", "%ff", "99999999999999999999", "%00", "[$gt]"));
            case 1 -> "?" + URLEncoder.encode(bodies.odd(), StandardCharsets.UTF_8) + "&&==&a[$ne]=1";
            default -> "";
        };
    }

    private String header() {
        return switch (random.nextInt(8)) {
            case 0 ->
                "Accept: " + of(List.of("text/html", "*/*", "application/json;q=x", "text/markdown, text/html", ","));
            case 1 -> "Waymark-Reason: " + bodies.odd();
            case 2 -> "If-None-Match: *";
            case 3 -> "Range: bytes=" + random.nextInt() + "-";
            case 4 -> "Content-Encoding: gzip";
            case 5 -> "Cookie: JSESSIONID=" + bodies.odd();
            case 6 -> "X-Forwarded-For: " + bodies.odd();
            default -> "Origin: https://elsewhere.example";
        };
    }

    private String credentials() {
        String user = of(USERS) + ":" + (random.nextInt(500) == 0 ? "wrong" : RunningService.PASSWORD);
        return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private boolean often() {
        return random.nextInt(10) > 0;
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
