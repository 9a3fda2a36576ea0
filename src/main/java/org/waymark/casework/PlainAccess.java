package org.waymark.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Tells a young person what is recorded about them, in words that somebody of fifteen can read. What others wrote freely is
 * left out, and it is said where: it may speak of somebody else, and a worker looks at it first.
 *
 * @param factor gives the words for a factor
 */
record PlainAccess(PersonKey person, UnaryOperator<String> factor) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final Map<String, String> AGENCIES = Map.ofEntries(
            Map.entry("police", "the police"),
            Map.entry("school", "a school"),
            Map.entry("health", "the health service"),
            Map.entry("social-care", "social care"),
            Map.entry("youth-justice", "youth justice"),
            Map.entry("housing", "a housing service"),
            Map.entry("voluntary-sector", "a charity or voluntary group"),
            Map.entry("parent", "a parent or carer"),
            Map.entry("self", "you"),
            Map.entry("anonymous", "somebody who did not give a name"),
            Map.entry("other-area", "another area"));

    private static final Map<String, String> PATHWAYS = Map.of(
            "safeguarding", "help from the people whose job is to keep children safe (safeguarding)",
            "mace", "a meeting of agencies about children who are exploited (MACE)",
            "early-help", "early help for you and your family",
            "enforcement", "looking at whether the police or the courts should do something",
            "universal", "the help that is there for everybody");

    private static final Map<String, String> LOOKED_AT = Map.of(
            "decision", "one decision",
            "explanation", "one decision and what it rests on",
            "replay", "one decision, tried again with the rules of then and of now",
            "clocks", "what is due, and when",
            "trail", "all of it",
            "export", "all of it, to take away as a file",
            "capsule", "one decision, to take away as a file",
            "subject-access", "all of it, to give it to you");

    PlainText of(List<Entry> entries) {
        PlainText text = new PlainText()
                .title("What is written down about you")
                .paragraph("This is what " + person.area() + " has written down about you under the number "
                        + person.reference() + ". You have a right to see it, and to ask for what is wrong to be put"
                        + " right. A computer program says what it would recommend. People decide.")
                .paragraph(
                        "Some of what people wrote in their own words may also be about somebody else. It is left out"
                                + " here. A worker looks at it first, and tells you what can be shared.");
        List<String> leftOut = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind() != Kind.READ) {
                tell(entry, text, leftOut);
            }
        }
        lookedAt(entries, text);
        text.heading("What is left out here");
        if (leftOut.isEmpty()) {
            text.paragraph("Nothing.");
        }
        leftOut.forEach(text::item);
        return text;
    }

    private void tell(Entry entry, PlainText text, List<String> leftOut) {
        String on = "On " + DAY.format(LondonDays.of(entry.recordedAt())) + " ";
        if (entry.erased()) {
            text.heading(on + "something was written down that has been erased")
                    .paragraph("Nobody can read it any more.");
            return;
        }
        String by = "the account `" + entry.actor() + "` ";
        switch (entry.kind()) {
            case SCREENED -> contact(entry, text);
            case TRIED ->
                text.heading(on + "somebody tried what the program would say")
                        .paragraph("Nothing was decided. " + capital(by) + "did it.");
            case HELD ->
                text.heading(on + "it was ordered that nothing about you may be erased")
                        .paragraph(capital(by) + "ordered it.");
            case RELEASED -> text.heading(on + "that order was lifted").paragraph(capital(by) + "lifted it.");
            case ERASED -> erased(entry, on, by, text);
            default -> act(entry, on, by, text);
        }
        others(entry, on, leftOut);
    }

    private static void erased(Entry entry, String on, String by, PlainText text) {
        JsonNode said =
                entry.content().values().stream().findFirst().map(Json::read).orElseThrow();
        text.heading(on + "something about you was erased")
                .paragraph(
                        capital(by) + "had " + said.path("entries").size() + " of these records erased for good. Why: "
                                + said.path("reason").asString());
    }

    private void contact(Entry entry, PlainText text) {
        JsonNode assessment = Json.read(Contacts.text(entry, EntryContent.ASSESSMENT));
        LocalDate day = LondonDays.of(
                java.time.OffsetDateTime.parse(assessment.path("assessedAt").asString())
                        .toInstant());
        String teller = agency(assessment.path("referredBy").asString(""));
        text.heading("On " + DAY.format(day) + " " + teller + " told us something about you")
                .paragraph("What we were told:");
        assessment.path("observations").forEach(said -> text.item(observation(said)));
        String view = assessment.at("/context/childsView").asString("");
        if (!view.isBlank()) {
            text.paragraph("What you said yourself, as it was written down: " + view);
        }
        List<String> monitored = assessment.path("monitoring").properties().stream()
                .map(field -> field.getKey() + ": " + field.getValue().asString())
                .toList();
        if (!monitored.isEmpty()) {
            text.paragraph("We also wrote down, only to check that everybody is treated fairly: "
                    + String.join(", ", monitored) + ".");
        }
        JsonNode outcome =
                Json.read(Contacts.text(entry, EntryContent.DECISION)).path("outcome");
        text.paragraph("What the program recommended: " + pathways(outcome) + ".");
        if (!outcome.path("reasons").isEmpty()) {
            text.paragraph("Why:");
        }
        outcome.path("reasons").forEach(reason -> text.item(reason.path("title").asString()));
    }

    private String observation(JsonNode said) {
        String what = capital(factor.apply(said.path("factor").asString()));
        String answer = switch (said.path("answer").asString()) {
            case "yes" -> "yes";
            case "no" -> "no";
            case "unknown" -> "nobody knew";
            default -> "there were signs, but it was not clear yet";
        };
        String days = said.path("dates")
                .valueStream()
                .map(date -> DAY.format(LocalDate.parse(date.asString())))
                .collect(Collectors.joining(", "));
        String source = said.path("source").asString("");
        return what + ": " + answer
                + (days.isEmpty() ? "" : " (on " + days + ")")
                + (source.isEmpty() ? "" : ", said by " + agency(source));
    }

    private static void act(Entry entry, String on, String by, PlainText text) {
        JsonNode content = ActEntries.content(entry).orElseThrow();
        switch (entry.kind()) {
            case CONFIRMED ->
                text.heading(on + "somebody decided")
                        .paragraph(capital(by) + "agreed with what the program recommended.");
            case OVERRIDDEN ->
                text.heading(on + "somebody decided otherwise")
                        .paragraph(capital(by) + "decided on " + pathways(content.path(ActEntries.RESULT))
                                + ", instead of what the program recommended.");
            case COUNTERSIGNED ->
                text.heading(on + "a manager looked at that decision")
                        .paragraph(capital(by)
                                + (content.path(ActEntries.AGREE).asBoolean() ? "agreed." : "did not agree."));
            case OUTCOME ->
                text.heading(on + "it was written down what came of it")
                        .paragraph(capital(content.path("what").asString().replace('-', ' ')) + ", on "
                                + DAY.format(LocalDate.parse(content.path("on").asString())) + ".");
            case CORRECTED ->
                text.heading(on + "something was put right")
                        .paragraph(
                                content.path(ActEntries.WITHDRAWN).asBoolean(false)
                                        ? "What was written down turned out to be about somebody else. It does not count."
                                        : "Some of what was written down was wrong, and was put right by " + by.strip()
                                                + ".");
            default ->
                text.heading(on + "somebody looked at it again").paragraph(capital(by) + "wrote down what they found.");
        }
    }

    private static String pathways(JsonNode result) {
        List<String> names = new ArrayList<>();
        result.path("pathways").forEach(path -> names.add(path.path("pathway").asString()));
        return (names.isEmpty() ? List.of("universal") : names)
                .stream().map(name -> PATHWAYS.getOrDefault(name, name)).collect(Collectors.joining("; and "));
    }

    private static void others(Entry entry, String on, List<String> leftOut) {
        JsonNode shown = Json.read(Json.write(List.of(Records.shown(entry))));
        OthersTexts.in(shown).stream()
                .map(place -> Objects.toString(place.get("pointer")))
                .filter(pointer -> entry.kind() != Kind.ERASED && !pointer.endsWith("/childsView"))
                .forEach(pointer -> leftOut.add(on + "record " + entry.sequence() + ": "
                        + pointer.substring("/entries/0/".length()).replace('/', ' ')));
    }

    private static void lookedAt(List<Entry> entries, PlainText text) {
        text.heading("Who looked at this");
        List<Entry> readings =
                entries.stream().filter(entry -> entry.kind() == Kind.READ).toList();
        if (readings.isEmpty()) {
            text.paragraph("Until now nobody asked to see it, but those who wrote it down.");
        }
        for (Entry reading : readings) {
            text.item("The account `" + reading.actor() + "`, on " + day(reading.recordedAt()) + looked(reading));
        }
    }

    private static String looked(Entry reading) {
        if (reading.erased()) {
            return ". At what, and why, was erased";
        }
        JsonNode said = Json.read(Contacts.text(reading, EntryContent.READING));
        String reason = said.path("reason").asString("");
        return ", at " + LOOKED_AT.getOrDefault(said.path("what").asString(), "this")
                + (reason.isBlank() ? ". They did not say why" : ". Why: " + reason);
    }

    private static String day(Instant at) {
        return DAY.format(LondonDays.of(at));
    }

    private static String agency(String code) {
        return AGENCIES.getOrDefault(code, "somebody");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
