package org.waymark.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.FactorKind;
import org.waymark.assessment.InvalidAssessment;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** One case of the policy team's own tests: an assessment, and whether a line of a rule fires on it. */
record Scenario(String file, String rule, boolean fires, String why, Assessment assessment) {

    private static final String ASSESSED_AT = "2026-03-11T10:30:00Z";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every case of every file of a folder. */
    static List<Scenario> in(Path folder) {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
                for (Object entry : (List<?>) loaded) {
                    scenarios.addAll(read(file.getFileName().toString(), (Map<?, ?>) entry));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return scenarios;
    }

    private static List<Scenario> read(String file, Map<?, ?> entry) {
        String rule = (String) entry.get("rule");
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(new Scenario(file, rule, true, "at its threshold", assessment((Map<?, ?>) entry.get("fires"))));
        for (Object below : (List<?>) entry.get("below")) {
            Map<?, ?> given = (Map<?, ?>) below;
            scenarios.add(new Scenario(file, rule, false, String.valueOf(given.get("why")), assessment(given)));
        }
        return scenarios;
    }

    private static Assessment assessment(Map<?, ?> given) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("reference", "SCENARIO-1");
        person.put("area", given.containsKey("area") ? given.get("area") : "sefton");
        if (given.containsKey("dateOfBirth")) {
            person.put("dateOfBirth", day(given.get("dateOfBirth")));
        } else {
            person.put("ageYears", given.containsKey("age") ? given.get("age") : 14);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("assessmentId", "SCENARIO");
        json.put("sourceSystem", "scenarios");
        json.put("assessedAt", ASSESSED_AT);
        if (given.containsKey("referredBy")) {
            json.put("referredBy", given.get("referredBy"));
        }
        json.put("youngPerson", person);
        List<Object> observations = new ArrayList<>();
        ((List<?>) given.get("observations")).forEach(one -> observations.add(observation((Map<?, ?>) one)));
        json.put("observations", observations);
        return read(JSON.writeValueAsString(json));
    }

    /** YAML reads a bare day as a moment at midnight, UTC. */
    private static String day(Object given) {
        return given instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : String.valueOf(given);
    }

    private static Map<String, Object> observation(Map<?, ?> given) {
        Map<String, Object> observation = new LinkedHashMap<>();
        given.forEach((field, value) -> observation.put(String.valueOf(field), value));
        Object daysAgo = observation.remove("daysAgo");
        if (daysAgo != null) {
            List<String> days = ((List<?>) daysAgo)
                    .stream()
                            .map(days1 -> TODAY.minusDays((Integer) days1).toString())
                            .sorted()
                            .toList();
            boolean measure = ActiveRules.ruleSet()
                            .catalogue()
                            .require((String) observation.get("factor"))
                            .kind()
                    == FactorKind.MEASURE;
            observation.put(measure ? "on" : "dates", measure ? days.get(0) : days);
        }
        return observation;
    }

    private static Assessment read(String json) {
        try {
            return new AssessmentReader(ActiveRules.ruleSet().catalogue())
                    .read(json.getBytes(StandardCharsets.UTF_8), Instant.parse(ASSESSED_AT))
                    .assessment();
        } catch (InvalidAssessment invalid) {
            throw new AssertionError(json + "\n" + invalid.faults(), invalid);
        }
    }

    @Override
    public String toString() {
        return rule + (fires ? " fires " : " does not fire: ") + why + " (" + file + ")";
    }
}
