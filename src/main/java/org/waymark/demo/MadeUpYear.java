package org.waymark.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.assessment.Json;

/** Young people who are made up, and a year of contacts about them: from the same seed and day the same ones for ever. */
final class MadeUpYear {

    private static final List<String> AREAS = List.of("sefton", "knowsley", "liverpool", "wirral");
    private static final int DAYS = 365;
    private static final int DAYS_OF_A_YEAR_OF_AGE = 365;

    private final long seed;
    private final Instant end;
    private final List<Story> stories;

    /** @param end when the year ends; nothing is later */
    MadeUpYear(long seed, Instant end, List<Story> stories) {
        this.seed = seed;
        this.end = end;
        this.stories = List.copyOf(stories);
    }

    /**
     * A contact.
     *
     * @param assessment as a case system would send it
     */
    record Contact(Instant at, String assessment) {}

    /** The contacts about each of so many young people, the first of them first. */
    Stream<List<Contact>> people(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(this::person);
    }

    private List<Contact> person(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Story story = story(random);
        String reference = String.format(Locale.ROOT, "DEMO-%05d", number);
        String area = AREAS.get(random.nextInt(AREAS.size()));
        Instant first = end.minus(Duration.ofDays(1 + random.nextInt(DAYS)))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofMinutes(8 * 60 + random.nextInt(9 * 60)));
        int youngest = story.ages().get(0);
        int age = youngest + random.nextInt(story.ages().get(1) - youngest + 1);
        LocalDate born = day(first).minusDays((long) age * DAYS_OF_A_YEAR_OF_AGE + random.nextInt(DAYS));
        List<Contact> contacts = new ArrayList<>();
        for (Story.Step step : story.steps()) {
            Instant at = first.plus(Duration.ofDays(step.after()));
            if (at.isBefore(end)) {
                Map<String, Object> about = new LinkedHashMap<>();
                about.put("reference", reference);
                about.put("dateOfBirth", born.toString());
                about.put("area", area);
                String id = reference + "-" + (contacts.size() + 1);
                contacts.add(new Contact(at, Json.write(document(id, at, step, about))));
            }
        }
        return contacts;
    }

    private Story story(Random random) {
        int at = random.nextInt(stories.stream().mapToInt(Story::weight).sum());
        for (Story story : stories) {
            at -= story.weight();
            if (at < 0) {
                return story;
            }
        }
        throw new IllegalStateException("the weights of the stories add up to what was drawn from");
    }

    private static Map<String, Object> document(String id, Instant at, Story.Step step, Map<String, Object> about) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("assessmentId", id);
        document.put("sourceSystem", "demo");
        document.put("assessedAt", at.toString());
        document.put("referredBy", step.by());
        document.put("youngPerson", about);
        document.put(
                "observations",
                step.observations().stream()
                        .map(said -> observation(said, at, step.by()))
                        .toList());
        if (step.safely() != null) {
            document.put("context", Map.of("safeContact", step.safely()));
        }
        return document;
    }

    private static Map<String, Object> observation(Story.Said said, Instant at, String by) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("factor", said.factor());
        observation.put("answer", said.answer());
        List<Integer> daysAgo = said.daysAgo();
        if (daysAgo != null) {
            observation.put(
                    "dates",
                    daysAgo.stream()
                            .sorted((one, other) -> other - one)
                            .map(days -> day(at).minusDays(days).toString())
                            .toList());
        }
        observation.put("source", by);
        return observation;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
