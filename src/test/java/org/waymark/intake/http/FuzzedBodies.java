package org.waymark.intake.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.ruleset.HostileZip;
import org.waymark.ruleset.SmallRules;
import tools.jackson.databind.json.JsonMapper;

/** What is sent along: right for the call, and now and then changed. */
final class FuzzedBodies {

    private static final String WHY = "As it was found by the worker who knows him best.";

    /** As the policy has it. */
    private static final int MOST_ONE_BY_ONE = 50;

    /** So many calls there are for each draft of the rules, of which so many are brought in at a time. */
    private static final int CALLS_EACH = 2_000;

    private static final int DRAFTS_AT_A_TIME = 12;

    /** What stands in the place of some value. */
    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "-1",
            "1e400",
            "true",
            "\"\"",
            "{\"$ne\": null}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[".repeat(300) + "]".repeat(300),
            "99999999999999999999999",
            "\"2026-02-30\"",
            "\"$where\"");

    private static final List<String> OBSERVATIONS = List.of(
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-16\", \"2026-02-25\", \"2026-03-06\"],"
                    + " \"source\": \"police\", \"basis\": \"confirmed\"}",
            "{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-16\"]}",
            "{\"factor\": \"longest-missing-episode\", \"answer\": \"yes\", \"value\": 30, \"on\": \"2026-03-06\"}",
            "{\"factor\": \"suspension\", \"answer\": \"yes\", \"times\": 2, \"withinDays\": 365, \"source\": \"school\"}",
            "{\"factor\": \"gang-association\", \"answer\": \"yet-to-clarify\", \"note\": \"seen at the park\"}",
            "{\"factor\": \"robbery\", \"answer\": \"yes\", \"on\": \"2026-01-12\", \"offenceStatus\": \"alleged\"}",
            "{\"factor\": \"threat-to-life\", \"answer\": \"yes\", \"on\": \"2026-03-05\"}",
            "{\"factor\": \"debt-bondage\", \"answer\": \"no\"}");

    private static final List<String> BESIDE = List.of(
            "",
            ", \"contactGroup\": \"police-notice-8841\"",
            ", \"context\": {\"childSeenAlone\": true, \"safeContact\": \"do not ring\", \"household\": [\"FZ-1\"]}",
            ", \"monitoring\": {\"sex\": \"male\", \"ethnicity\": \"not-recorded\", \"postcode\": \"L20 7AE\"}");

    private static final List<String> OUTCOMES = List.of(
            "{\"what\": \"mace\", \"on\": \"2026-03-12\", \"result\": \"opened\", \"by\": \"social-care\"}",
            "{\"what\": \"strategy-discussion\", \"on\": \"2026-03-13\", \"result\": \"held\", \"by\": \"police\"}",
            "{\"what\": \"early-help\", \"on\": \"2026-03-14\", \"result\": \"declined\", \"by\": \"school\"}");

    private static final List<String> CHOICES = List.of(
            "[{\"pathway\": \"mace\", \"level\": \"screen\", \"urgency\": \"planned\"}], \"urgency\": \"planned\"",
            "[\"safeguarding\"], \"urgency\": \"immediate\"",
            "[\"safeguarding\", \"mace\"], \"urgency\": \"same-day\"",
            "[\"early-help\"], \"urgency\": \"five-working-days\"",
            "[], \"urgency\": null");

    private final Random random;
    private final FuzzedKnown known;
    private final byte[] zip;

    FuzzedBodies(Random random, FuzzedKnown known) {
        this.random = random;
        this.known = known;
        HostileZip made = new HostileZip();
        SmallRules.of(SmallRules.GOOD).files().all().forEach(made::with);
        this.zip = made.bytes();
    }

    byte[] zipped() {
        return often() ? zip : bent(zip);
    }

    /** What the call wants, right five times out of eight. */
    byte[] next(String pattern, FuzzedTarget target, long calls) {
        String right = right(pattern, target, calls);
        return switch (random.nextInt(8)) {
            case 0 -> bent(bytes(right));
            case 1 -> bytes(swapped(random.nextBoolean() ? right : swapped(right)));
            case 2 -> bytes(right.substring(0, random.nextInt(right.length() + 1)));
            default -> bytes(right);
        };
    }

    private String right(String pattern, FuzzedTarget target, long calls) {
        return switch (pattern) {
            case "/api/assessments" -> contact(target.decision());
            case "/api/assessments:batch" ->
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(line -> contact(target.decision()))
                        .collect(Collectors.joining("\n"));
            case "/api/rule-sets" -> draft(target.other(), calls / CALLS_EACH + random.nextInt(DRAFTS_AT_A_TIME));
            case "/api/impact-analyses" -> analysis(target);
            default -> last(pattern.substring(pattern.lastIndexOf('/') + 1), pattern, target);
        };
    }

    private String last(String verb, String pattern, FuzzedTarget target) {
        String why = "{\"reason\": \"" + WHY + "\"";
        return switch (verb) {
            case "confirmation" ->
                "{\"rationale\": \"" + WHY + "\", \"evidenceSeen\": [" + (random.nextBoolean() ? "\"SG-12\"" : "")
                        + "]}";
            case "override" -> why + ", \"reasonCode\": \"already-open\", \"pathways\": " + of(CHOICES) + "}";
            case "countersignature" -> why + ", \"agree\": " + random.nextBoolean() + "}";
            case "outcomes" -> of(OUTCOMES);
            case "correction" ->
                why
                        + (random.nextInt(4) == 0
                                ? ", \"withdrawn\": true}"
                                : ", \"observations\": [" + of(OBSERVATIONS) + "]}");
            case "review" -> "{\"finding\": \"Nothing to add.\"}";
            case "erasure" ->
                why + ", \"reasonCode\": \"misfiled\""
                        + (pattern.contains("{reference}")
                                ? ", \"confirm\": \"" + target.decision().reference() + "\"}"
                                : "}");
            case "submission" -> why + ", \"analysis\": \"" + target.analysis().id() + "\"}";
            case "acceptances" ->
                why + ", \"cases\": " + accepted(target.version().downgrades()) + "}";
            case "approval" ->
                "{\"note\": \"" + WHY + "\", \"seen\": " + list(target.version().changes()) + "}";
            case "activation" ->
                why + ", \"areas\": [\"" + area(target) + "\"], \"seen\": "
                        + list(target.version().changes())
                        + (random.nextBoolean() ? ", \"from\": \"2099-01-01T00:00:00Z\"}" : "}");
            case "withdrawal" -> why + ", \"areas\": [" + (often() ? "" : "\"" + area(target) + "\"") + "]}";
            default -> why + "}";
        };
    }

    private String area(FuzzedTarget target) {
        return random.nextBoolean() ? "*" : target.decision().area();
    }

    private String accepted(List<String> cases) {
        return cases.isEmpty() || cases.size() > MOST_ONE_BY_ONE ? list(cases) : list(List.of(of(cases)));
    }

    private static String list(List<String> texts) {
        return JsonMapper.shared().writeValueAsString(texts);
    }

    private String analysis(FuzzedTarget target) {
        return "{\"candidate\": \"" + target.version().hash() + "\""
                + (random.nextInt(4) == 0
                        ? ", \"area\": \"" + target.decision().area() + "\", \"from\": \"2026-03-10\"}"
                        : "}");
    }

    /**
     * Every third of them makes some cases come out lower, those of one day: few enough to be accepted, however many are
     * recorded.
     */
    private String draft(FuzzedKnown.Version parent, long number) {
        String rules = number % 3 == 0 ? SmallRules.GOOD.replace("== 30", "== 29") : SmallRules.GOOD;
        return JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "note",
                        WHY,
                        "parent",
                        parent.hash(),
                        "files",
                        java.util.Map.of("manifest.yaml", SmallRules.manifest("fuzz." + number), "rules.drl", rules)));
    }

    private String contact(FuzzedKnown.Decision about) {
        String before = random.nextInt(8) == 0
                ? ", \"previousReferences\": [{\"area\": \"" + of(FuzzedCallers.AREAS) + "\", \"reference\": \""
                        + known.decision(random).reference() + "\"}]"
                : "";
        return "{\"assessmentId\": \"" + about.reference() + "-" + random.nextInt(50)
                + "\", \"sourceSystem\": \"fuzz\","
                + " \"assessedAt\": \"2026-03-" + (10 + random.nextInt(20))
                + "T10:30:00Z\", \"referredBy\": \"police\","
                + " \"youngPerson\": {\"reference\": \"" + about.reference() + "\", \"dateOfBirth\": \"2012-05-02\","
                + " \"area\": \"" + about.area() + "\"" + before + "}, \"observations\": ["
                + IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(one -> of(OBSERVATIONS))
                        .collect(Collectors.joining(", "))
                + "]" + of(BESIDE) + "}";
    }

    /** Another value in the place of one that begins at some colon. */
    private String swapped(String document) {
        int colon = document.isEmpty() ? -1 : document.indexOf(':', random.nextInt(document.length()));
        int end = colon < 0 ? -1 : document.indexOf(',', colon);
        return end < 0 ? document : document.substring(0, colon + 1) + of(VALUES) + document.substring(end);
    }

    private byte[] bent(byte[] body) {
        byte[] bent = body.clone();
        for (int i = 1 + random.nextInt(5); i > 0 && bent.length > 0; i--) {
            bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bent, random.nextInt(bent.length + 1)) : bent;
    }

    private boolean often() {
        return random.nextInt(8) > 0;
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
