package org.waymark.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Coded;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contacts of published cases against what their sources' own judgement asks for. The cases are kept beside the
 * repository, in the folder {@code cases} of what the system property {@code waymark.shared} names; where they are
 * not there, this is skipped.
 */
class PublishedCasesTest {

    private static final Path CASES = Path.of(System.getProperty("waymark.shared", "../shared"), "cases");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How many expectations of each kind there are, and which of them are not met. */
    private final Map<String, Integer> asked = new LinkedHashMap<>();

    private final Map<String, List<String>> unmet = new LinkedHashMap<>();

    @Test
    void publishedCasesComeOutAsTheirSourcesAsk() {
        assumeTrue(Files.isDirectory(CASES), "the published cases are not at " + CASES.toAbsolutePath());
        Map<String, Outcome> outcomes = outcomes();

        JSON.readTree(Samples.text(CASES.resolve("expected.json")))
                .forEach(expected -> check(
                        expected, outcomes.get(expected.path("assessmentId").asString())));
        report();

        assertThat(met("must safeguarding")).isGreaterThanOrEqualTo(31);
        assertThat(met("must mace")).isGreaterThanOrEqualTo(28);
        assertThat(met("must early-help")).isGreaterThanOrEqualTo(12);
        assertThat(met("must enforcement")).isGreaterThanOrEqualTo(5);
        assertThat(met("no slower than")).isGreaterThanOrEqualTo(35);
        assertThat(met("must not")).isGreaterThanOrEqualTo(52);
    }

    private static Map<String, Outcome> outcomes() {
        Screenings screenings = new Screenings();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Samples.text(CASES.resolve("assessments.ndjson"))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Samples.parsed("assessments.ndjson", line.getBytes(StandardCharsets.UTF_8)))
                .forEach((Assessment contact) -> outcomes.put(contact.assessmentId(), screenings.screen(contact)));
        return outcomes;
    }

    private void check(JsonNode expected, Outcome outcome) {
        String id = expected.path("assessmentId").asString();
        List<String> pathways = pathways(outcome);
        codes(expected, "must").forEach(code -> count("must " + code, pathways.contains(code), id, outcome));
        List<String> anyOf = codes(expected, "anyOf");
        if (!anyOf.isEmpty()) {
            count("any of", anyOf.stream().anyMatch(pathways::contains), id + " " + anyOf, outcome);
        }
        codes(expected, "mustNot")
                .forEach(code -> count("must not", !pathways.contains(code), id + " " + code, outcome));
        codes(expected, "notAlone")
                .forEach(code -> count("not alone", !pathways.equals(List.of(code)), id + " " + code, outcome));
        clock(expected, outcome, id);
    }

    private void clock(JsonNode expected, Outcome outcome, String id) {
        String slowest = expected.path("noSlowerThan").asString("");
        if (!slowest.isEmpty()) {
            Urgency limit = urgency(slowest);
            Urgency found = outcome.urgency();
            count("no slower than", found != null && found.isAtLeast(limit), id + " " + slowest, outcome);
            boolean near = found != null && found.ordinal() <= limit.ordinal() + 1;
            count("no slower than, within one step", near, id + " " + slowest, outcome);
        }
        String fastest = expected.path("noFasterThan").asString("");
        if (!fastest.isEmpty()) {
            Urgency found = outcome.urgency();
            boolean held = found == null || urgency(fastest).isAtLeast(found);
            count("no faster than", held, id + " " + fastest, outcome);
        }
    }

    private static Urgency urgency(String code) {
        return Coded.of(Urgency.class, code).orElseThrow();
    }

    private static List<String> codes(JsonNode expected, String field) {
        return expected.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> pathways(Outcome outcome) {
        List<String> codes = new ArrayList<>(outcome.pathways().stream()
                .map(PathwayResult::pathway)
                .map(Pathway::code)
                .toList());
        return codes.isEmpty() ? List.of(Outcome.UNIVERSAL) : codes;
    }

    private void count(String kind, boolean met, String id, Outcome outcome) {
        asked.merge(kind, 1, Integer::sum);
        if (!met) {
            unmet.computeIfAbsent(kind, none -> new ArrayList<>()).add(id + ": " + found(outcome));
        }
    }

    private static String found(Outcome outcome) {
        Urgency urgency = outcome.urgency();
        return String.join(", ", pathways(outcome)) + "; " + (urgency == null ? "no clock" : urgency.code());
    }

    private int met(String kind) {
        return asked.getOrDefault(kind, 0) - unmet.getOrDefault(kind, List.of()).size();
    }

    private void report() {
        StringBuilder report = new StringBuilder("Published cases, expectations met:\n");
        asked.forEach((kind, count) -> {
            report.append("  %s: %d of %d%n".formatted(kind, met(kind), count));
            unmet.getOrDefault(kind, List.of())
                    .forEach(one -> report.append("    not met: ").append(one).append('\n'));
        });
        System.out.println(report);
    }
}
