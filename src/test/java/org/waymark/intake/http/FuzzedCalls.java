package org.waymark.intake.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.waymark.access.WhoMay;
import org.waymark.access.oidc.TokensAtHand;

/** Calls that nobody would make, over every route: near enough to right ones to get far, and wrong somewhere. */
final class FuzzedCalls {

    /** As it is mapped. */
    record Route(String method, String pattern) {

        /** Whether people see it with a browser. */
        boolean isPage() {
            return !pattern.startsWith("/api/") && !pattern.startsWith("/actuator/");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /**
     * One of them.
     *
     * @param last whether nothing can be sent over the connection after it
     * @param signedIn whether whoever calls may be let in at all
     */
    record Call(Route route, String method, byte[] bytes, boolean last, boolean signedIn) {

        /** The beginning, for whoever has to find out what went wrong. */
        String shown() {
            return new String(bytes, 0, Math.min(bytes.length, 2_500), StandardCharsets.ISO_8859_1);
        }
    }

    private static final String GET = "GET";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ZIP = "application/zip";
    private static final List<String> METHODS = List.of(
            GET, "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "G\u00c4T", "A B");

    private final FuzzedRoutes routes;
    private final Random random;
    private final FuzzedAddresses addresses;
    private final FuzzedBodies bodies;
    private final FuzzedForms forms;
    private final FuzzedCallers callers;
    private final FuzzedKnown known;

    FuzzedCalls(List<Route> routes, FuzzedKnown known, TokensAtHand tokens, long seed) {
        this.random = new Random(seed);
        this.routes = new FuzzedRoutes(routes, random);
        this.known = known;
        this.addresses = new FuzzedAddresses(random);
        this.bodies = new FuzzedBodies(random, known);
        this.forms = new FuzzedForms(random, addresses);
        this.callers = new FuzzedCallers(random, tokens);
    }

    Call next() {
        Route route = routes.next();
        FuzzedTarget target = FuzzedTarget.of(route, routes.calls(), known, random);
        FuzzedCallers.Credentials credentials =
                routes.isDue(route) ? callers.next(route, target.decision().area()) : callers.refused();
        String method = random.nextInt(20) > 0 ? route.method() : of(METHODS);
        boolean zip = route.pattern().equals("/api/rule-sets") && method.equals("POST") && random.nextInt(4) == 0;
        byte[] body = zip ? bodies.zipped() : body(route, method, target);
        boolean misled = random.nextInt(100) == 0;
        ByteArrayOutputStream call = new ByteArrayOutputStream(512 + body.length);
        call.writeBytes(head(route, target, method, zip, credentials.header(), misled ? body.length / 2 : body.length));
        call.writeBytes(body);
        boolean signedIn = credentials.good() || WhoMay.unasked(route.method(), route.pattern());
        return new Call(route, method, call.toByteArray(), misled, signedIn);
    }

    private byte[] body(Route route, String method, FuzzedTarget target) {
        if (method.equals(GET) && random.nextInt(20) > 0) {
            return new byte[0];
        }
        return route.isPage() && random.nextInt(20) > 0
                ? forms.next(route.pattern(), target)
                : bodies.next(route.pattern(), target, routes.calls());
    }

    private byte[] head(Route route, FuzzedTarget target, String method, boolean zip, String credentials, int length) {
        StringBuilder head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(addresses.path(route.pattern(), target))
                .append(addresses.query(route.pattern(), zip, target))
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n")
                .append(credentials)
                .append("\r\nContent-Length: ")
                .append(length)
                .append("\r\nContent-Type: ")
                .append(type(route, zip))
                .append("\r\n");
        for (int i = random.nextInt(8) == 0 ? 2 : random.nextInt(2); i > 0; i--) {
            head.append(addresses.header()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String type(Route route, boolean zip) {
        String json = route.pattern().endsWith(":batch") ? BatchController.NDJSON : "application/json";
        String right = route.isPage() ? FORM : json;
        return switch (random.nextInt(40)) {
            case 0 -> addresses.odd();
            case 1 -> ZIP;
            default -> zip ? ZIP : right;
        };
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
