package org.waymark.intake.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a browser sends for the forms of pages: right for the page, and now and then not. */
final class FuzzedForms {

    private static final String WHY = "As it was found by the worker who knows him best.";
    private static final List<String> AREAS = List.of("*", "sefton", "knowsley");
    private static final List<String> ANSWERS = List.of("yes", "no", "unknown", "yet-to-clarify", "");
    private static final int MANY = 1_100;

    private final Random random;
    private final FuzzedAddresses addresses;

    FuzzedForms(Random random, FuzzedAddresses addresses) {
        this.random = random;
        this.addresses = addresses;
    }

    /** The form of a page that is sent there, in the type of a browser's form. */
    byte[] next(String pattern, FuzzedTarget target) {
        List<String> fields = new ArrayList<>(right(pattern, target));
        switch (random.nextInt(12)) {
            case 0 -> fields.remove(random.nextInt(fields.size()));
            case 1 -> fields.set(random.nextInt(fields.size()), field("reason", addresses.odd()));
            case 2 -> fields.replaceAll(one -> one.substring(0, one.indexOf('=') + 1) + encoded(addresses.odd()));
            case 3 -> fields.add("=&&%ff=%&a[$ne]=1");
            case 4 -> fields.addAll(fields);
            case 5 -> many(fields);
            default -> {}
        }
        return String.join("&", fields).getBytes(StandardCharsets.UTF_8);
    }

    private void many(List<String> fields) {
        if (random.nextInt(8) == 0) {
            for (int i = 0; i < MANY; i++) {
                fields.add("f" + i + "=");
            }
        }
    }

    private List<String> right(String pattern, FuzzedTarget target) {
        String reason = field("reason", WHY);
        return switch (pattern.substring(pattern.lastIndexOf('/') + 1)) {
            case "drafts" ->
                List.of(
                        field("area", target.decision().area()),
                        field("reference", target.decision().reference()),
                        field("ask", "debt-bondage"));
            case "{section}" -> section();
            case "confirmation" -> List.of(field("rationale", WHY), field("evidenceSeen", "SG-12"));
            case "override" ->
                List.of(
                        reason,
                        field("reasonCode", "already-open"),
                        field("pathways", one("safeguarding", "early-help", "mace")),
                        field("urgency", one("immediate", "five-working-days", "")));
            case "countersignature" -> List.of(field("agree", one("yes", "no")), field("countersignReason", WHY));
            case "submission" ->
                pattern.startsWith("/rules")
                        ? List.of(reason, field("analysis", target.analysis().id()))
                        : List.of("sent=");
            case "acceptances" ->
                fields(field("all", "yes"), reason, "cases", target.version().downgrades());
            case "approval" -> fields(reason, "x=", "seen", target.version().changes());
            case "activation" -> activation(target);
            case "withdrawal" -> List.of(reason, field("areas", one(AREAS)));
            case "analyses" -> List.of(field("area", one("", target.decision().area())));
            case "figures" -> figures();
            case "behind-glass" -> List.of(field("glass", one(WHY, "Too short.", "")));
            default -> List.of(reason);
        };
    }

    private List<String> section() {
        return List.of(
                field("revision", String.valueOf(1 + random.nextInt(3))),
                field("referredBy", one("school", "police", "")),
                field("dateOfBirth", one("2 5 2012", "32 13 2012", "2/5/12")),
                field("going-missing.answer", one(ANSWERS)),
                field("going-missing.dates", one("1/11/2026, 12/11/2026", "yesterday", "")),
                field("debt-bondage.answer", one(ANSWERS)),
                field("safeContact", WHY),
                one("later=yes", "byItself=yes", "next="));
    }

    private List<String> activation(FuzzedTarget target) {
        List<String> fields = fields(
                field("reason", WHY),
                field("areas", one(AREAS)),
                "seen",
                target.version().changes());
        fields.add(field("when", one("now", "later")));
        fields.addAll(List.of("day=1", "month=" + random.nextInt(14), "year=2099", "time=9%3A30"));
        return fields;
    }

    private List<String> figures() {
        return List.of(
                "rule=SG-12",
                "figure-0=" + random.nextInt(40),
                "figure-1=" + one("3", "4", "-1", "1e9"),
                field("title", "Missing often"),
                field("statement", "Missing {going-missing.times} times."),
                field("name", "fuzz." + random.nextInt(50)),
                field("reason", WHY),
                one("do=preview", "do=make"));
    }

    private static List<String> fields(String first, String second, String name, List<String> values) {
        List<String> fields = new ArrayList<>(List.of(first, second));
        values.forEach(value -> fields.add(field(name, value)));
        return fields;
    }

    private static String field(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String one(String... choices) {
        return one(List.of(choices));
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
