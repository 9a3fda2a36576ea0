package org.waymark.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.casework.ConflictingAssessment;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.Judgements;
import org.waymark.casework.Screened;
import org.waymark.casework.Screening;
import tools.jackson.databind.JsonNode;

/** Screens the samples and a made-up year, and has made-up people decide, by the very services that real ones use. */
final class DemoLoad {

    private static final List<String> PEOPLE = List.of("demo:asha", "demo:bryn", "demo:carys", "demo:dev");
    private static final String AGREED =
            "Made up for the demo: the recommendation fits what the worker who saw them said.";
    private static final String RAISED =
            "Made up for the demo: the school knows more than was written down, and is worried.";

    /** What is younger waits for somebody, now and then; what is older was decided. */
    private static final Duration WAITS = Duration.ofDays(21);

    private static final double CONFIRMED = 0.93;
    private static final double LEFT = 0.35;
    private static final double NOTED = 0.5;
    private static final int EVERY = 250;

    private final Screening screening;
    private final Judgements judgements;
    private final Consumer<String> told;
    private final AtomicInteger done = new AtomicInteger();

    /** @param told hears how far it is */
    DemoLoad(Screening screening, Judgements judgements, Consumer<String> told) {
        this.screening = screening;
        this.judgements = judgements;
        this.told = told;
    }

    /** Every sample that is whole; those that show what is refused are passed over. */
    void samples(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            told.accept("There is no folder `" + folder + "`, so the samples are left out");
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                sample(file);
            }
        }
    }

    private void sample(Path file) throws IOException {
        try {
            screening.screen(Files.readAllBytes(file), "demo");
        } catch (InvalidAssessment refused) {
            told.accept("Passed over: " + file.getFileName() + ", which shows what is refused");
        } catch (ConflictingAssessment other) {
            told.accept("Passed over: " + file.getFileName() + ", as another of its number is recorded");
        }
    }

    /** All contacts of that year; each young person's one after the other, of several at once. */
    void year(MadeUpYear year, int people, Instant end) throws InterruptedException {
        ExecutorService at = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> all = year.people(people)
                    .<Future<?>>map(contacts -> at.submit(() -> person(contacts, end)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the made-up year cannot be loaded", failed.getCause());
        } finally {
            at.shutdownNow();
        }
        told.accept(done + " contacts of the made-up year are recorded");
    }

    private void person(List<MadeUpYear.Contact> contacts, Instant end) {
        for (MadeUpYear.Contact contact : contacts) {
            try {
                String by = PEOPLE.get(Math.floorMod(contact.assessment().hashCode(), PEOPLE.size()));
                Screened screened = screening.screen(contact.assessment().getBytes(StandardCharsets.UTF_8), by);
                if (!screened.repeat()) {
                    judge(contact, screened, by, end);
                }
            } catch (InvalidAssessment | JudgementRefusal wrong) {
                throw new IllegalStateException(
                        "a story does not fit the rules in force: " + wrong.getMessage(), wrong);
            } catch (ConflictingAssessment loaded) {
                // Of a demo that was started on another day: it stays as it is.
                return;
            }
            int so = done.incrementAndGet();
            if (so % EVERY == 0) {
                told.accept(so + " contacts so far");
            }
        }
    }

    private void judge(MadeUpYear.Contact contact, Screened screened, String by, Instant end) throws JudgementRefusal {
        Random random = new Random(contact.assessment().hashCode());
        boolean young = contact.at().isAfter(end.minus(WAITS));
        if (young && random.nextDouble() < LEFT) {
            return;
        }
        JsonNode decision = Json.read(screened.decision());
        String decisionId = decision.path("decisionId").asString();
        if (random.nextDouble() < CONFIRMED) {
            judgements.confirm(decisionId, bytes(Map.of("rationale", AGREED, "evidenceSeen", List.of())), by);
        } else {
            Map<String, Object> otherwise = new LinkedHashMap<>();
            otherwise.put("pathways", List.of("safeguarding"));
            otherwise.put("urgency", "immediate");
            otherwise.put("reasonCode", "more-serious-than-recorded");
            otherwise.put("reason", RAISED);
            judgements.override(decisionId, bytes(otherwise), by);
        }
        boolean asks = !decision.at("/outcome/pathways").isEmpty();
        if (asks && (!young || random.nextDouble() < NOTED)) {
            judgements.note(decisionId, bytes(outcome(decision, contact.at())), by);
        }
    }

    /** What came of it the day after. */
    private static Map<String, Object> outcome(JsonNode decision, Instant at) {
        boolean early = decision.at("/outcome/pathways/0/pathway").asString().equals("early-help");
        return Map.of(
                "what", early ? "early-help" : "social-work-assessment",
                "on", LocalDate.ofInstant(at, ZoneOffset.UTC).toString(),
                "result", early ? "accepted" : "begun",
                "by", early ? "school" : "social-care");
    }

    private static byte[] bytes(Map<String, Object> document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }
}
