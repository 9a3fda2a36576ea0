package org.waymark.intake.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.waymark.access.WhoMay;
import org.waymark.access.oidc.TokensAtHand;

/** Who makes the calls: each role, of one area, of several, of another than the one asked about, and nobody at all. */
final class FuzzedCallers {

    /** What stands in the header. */
    record Credentials(String header, boolean good) {}

    static final List<String> AREAS = List.of("sefton", "knowsley", "halton");

    private static final List<String> ROLES =
            List.of("screener", "manager", "policy", "approver", "auditor", "machine", "operator");
    private static final List<String> SEVERAL =
            List.of("screener+manager", "policy+approver", "auditor+operator", "root");
    private static final String HEADER = "Authorization: ";
    private static final String BEARER = HEADER + "Bearer ";
    private static final String EVERY = "all";

    private final Random random;
    private final TokensAtHand tokens;

    FuzzedCallers(Random random, TokensAtHand tokens) {
        this.random = random;
        this.tokens = tokens;
    }

    /**
     * Somebody, mostly one who may.
     *
     * @param area what the call is about
     */
    Credentials next(FuzzedCalls.Route route, String area) {
        return random.nextInt(12) == 0 ? refused() : new Credentials(BEARER + tokens.of(name(route, area)), true);
    }

    private String name(FuzzedCalls.Route route, String area) {
        String role = random.nextInt(8) > 0 ? of(WhoMay.call(route.method(), route.pattern())) : anybody();
        String areas = areas(area);
        return areas.isEmpty() ? role : role + "." + areas;
    }

    private String anybody() {
        return random.nextInt(4) > 0 ? of(ROLES) : of(SEVERAL);
    }

    private String areas(String asked) {
        return switch (random.nextInt(20)) {
            case 0 -> "";
            case 1 -> of(AREAS);
            case 2 -> "atlantis";
            case 3, 4, 5 -> asked;
            case 6, 7, 8 -> asked.equals("halton") ? "sefton+halton" : asked + "+halton";
            default -> EVERY;
        };
    }

    /** Somebody who is not let in, by whatever they show. */
    Credentials refused() {
        String header = switch (random.nextInt(10)) {
            case 0 -> "X-Authorization: Bearer " + tokens.of("manager.all");
            case 1 -> HEADER + "Basic " + basic("manager:" + RunningService.PASSWORD);
            case 2 -> HEADER + "Basic " + basic("manager.all:manager.all");
            case 3 -> HEADER + "Token " + tokens.of("manager.all");
            case 4 ->
                BEARER + of(List.of("", "null", ".", "..", "a.b.c", "e30.e30.e30", "\u00e4", "[]", "0".repeat(3_000)));
            case 5 -> BEARER + bent(tokens.of("manager.all"));
            default -> BEARER + tokens.bad(of(tokens.faults()));
        };
        return new Credentials(header, false);
    }

    private static String basic(String said) {
        return Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
    }

    /** Cut off, or with another letter in what is signed. */
    private String bent(String token) {
        int at = 1 + random.nextInt(token.lastIndexOf('.') - 1);
        return random.nextBoolean()
                ? token.substring(0, at)
                : token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
