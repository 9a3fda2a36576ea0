package org.waymark.intake.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.waymark.ruleset.HostileZip;
import org.waymark.ruleset.SmallRules;

/** What is sent along: right for some call, and then changed. */
final class FuzzedBodies {

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

    private final Random random;
    private final String hash;
    private final byte[] zip;
    private final List<String> documents;

    FuzzedBodies(Random random, String hash) {
        this.random = random;
        this.hash = hash;
        HostileZip made = new HostileZip();
        SmallRules.of(SmallRules.GOOD).files().all().forEach(made::with);
        this.zip = made.bytes();
        this.documents = List.of(
                "{\"rationale\": \"Agreed with what was found, after a talk at school.\", \"evidenceSeen\": [\"SG-12\"]}",
                "{\"pathways\": [{\"pathway\": \"mace\", \"level\": \"screen\", \"urgency\": \"planned\"}],"
                        + " \"urgency\": \"planned\", \"reasonCode\": \"already-open-to-service\","
                        + " \"reason\": \"Seen every day by the worker whom he knows.\"}",
                "{\"agree\": true, \"reason\": \"As it was found by the worker who knows him.\"}",
                "{\"what\": \"mace\", \"on\": \"2026-03-12\", \"result\": \"opened\", \"by\": \"social-care\"}",
                "{\"finding\": \"Nothing to add.\"}",
                "{\"reason\": \"Before the family court.\"}",
                "{\"reasonCode\": \"court-order\", \"reason\": \"By order of the family court, of its hearing in March.\","
                        + " \"confirm\": \"FZ-1\"}",
                "{\"note\": \"A note.\", \"parent\": \"" + hash + "\", \"files\": {\"rules.drl\": \"rule\"}}",
                "{\"candidate\": \"" + hash + "\"}");
    }

    String type() {
        return random.nextInt(12) == 0 ? "application/zip" : "application/json";
    }

    String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    String reference() {
        return "FZ-" + random.nextInt(200);
    }

    byte[] next(String pattern) {
        boolean rules = pattern.equals("/api/rule-sets");
        if (rules && random.nextInt(3) == 0) {
            return bent(zip);
        }
        String document = random.nextInt(3) > 0 && pattern.equals("/api/assessments") ? assessment() : any();
        return switch (random.nextInt(6)) {
            case 0 -> bent(bytes(document));
            case 1 -> bytes(swapped(document));
            case 2 -> bytes(swapped(swapped(document)));
            case 3 -> bytes(document.substring(0, random.nextInt(document.length())));
            default -> bytes(document);
        };
    }

    private String assessment() {
        Contact contact = Contact.about(reference()).with("/assessmentId", "\"FZ-" + random.nextInt(100_000) + "\"");
        return contact.observing("{\"factor\": \"going-missing\", \"answer\": \"yes\", \"dates\": [\"2026-02-16\"]}")
                .json();
    }

    private String any() {
        return documents.get(random.nextInt(documents.size()));
    }

    /** Another value in the place of one that begins at some colon. */
    private String swapped(String document) {
        int colon = document.indexOf(':', random.nextInt(document.length()));
        int end = colon < 0 ? -1 : document.indexOf(',', colon);
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return end < 0 ? document : document.substring(0, colon + 1) + value + document.substring(end);
    }

    private byte[] bent(byte[] body) {
        byte[] bent = body.clone();
        for (int i = 1 + random.nextInt(5); i > 0 && bent.length > 0; i--) {
            bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bent, random.nextInt(bent.length + 1)) : bent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
