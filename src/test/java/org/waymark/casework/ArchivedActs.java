package org.waymark.casework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.Observation;
import tools.jackson.databind.JsonNode;

/** What people do with the decisions of an archive, by chance from a seed: some are agreed with, some not, some mended. */
final class ArchivedActs {

    private static final String WORDS = "Looked at with the school and the team, as the procedure asks.";

    /** Outcomes that later screenings read, as {@code what} and {@code result}. */
    private static final List<List<String>> OUTCOMES = List.of(
            List.of("strategy-discussion", "held"),
            List.of("nrm-referral", "made"),
            List.of("nrm-decision", "reasonable-grounds-positive"),
            List.of("mace-review", "opened"),
            List.of("mace", "opened"),
            List.of("support-offer", "refused"),
            List.of("early-help", "opened"),
            List.of("child-in-need-plan", "opened"),
            List.of("care", "started"),
            List.of("referral", "no-further-action"),
            List.of("mental-health-referral", "declined"));

    private final Hub hub;
    private final Random random;

    ArchivedActs(Hub hub, Random random) {
        this.hub = hub;
        this.random = random;
    }

    /** Does something with a decision, an hour after it was made, or nothing. */
    void after(Assessment assessment, JsonNode decision) throws JudgementRefusal {
        hub.at(assessment.assessedAt().plus(Duration.ofHours(1)).toString());
        String id = Hub.id(decision);
        int chance = random.nextInt(100);
        if (chance < 15) {
            hub.judgements.confirm(id, json(Map.of("rationale", WORDS, "evidenceSeen", List.of())), "screener");
        } else if (chance < 27) {
            override(id, decision);
        }
        if (random.nextInt(100) < 35) {
            outcome(id, assessment);
        }
        int mended = random.nextInt(100);
        if (mended < 12 && !assessment.observations().isEmpty()) {
            correct(id, assessment);
        } else if (mended > 95) {
            hub.judgements.correct(id, json(Map.of("withdrawn", true, "reason", "About another child.")), "manager");
        }
    }

    private void override(String id, JsonNode decision) throws JudgementRefusal {
        boolean urgent = decision.at("/outcome/urgency").asString("").equals("immediate");
        Map<String, Object> override = new LinkedHashMap<>();
        override.put("pathways", List.of(urgent ? "safeguarding" : "early-help"));
        override.put("urgency", urgent ? "one-working-day" : "ten-working-days");
        override.put("reasonCode", "risk-managed-elsewhere");
        override.put("reason", WORDS);
        try {
            String now = hub.judgements.override(id, json(override), "screener");
            if (Json.read(now).path("status").asString().equals("awaiting-countersignature")) {
                hub.judgements.countersign(id, json(Map.of("agree", random.nextBoolean(), "reason", WORDS)), "manager");
            }
        } catch (JudgementRefusal aPromise) {
            hub.judgements.confirm(id, json(Map.of("rationale", WORDS, "evidenceSeen", List.of())), "screener");
        }
    }

    private void outcome(String id, Assessment assessment) throws JudgementRefusal {
        List<String> came = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("what", came.get(0));
        outcome.put("on", LondonDays.of(assessment.assessedAt()));
        outcome.put("result", came.get(1));
        outcome.put("by", "social-care");
        hub.judgements.note(id, json(outcome), "screener");
    }

    private void correct(String id, Assessment assessment) throws JudgementRefusal {
        List<Observation> said = assessment.observations();
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("factor", said.get(random.nextInt(said.size())).factor());
        right.put("answer", random.nextBoolean() ? Answer.NO : Answer.UNKNOWN);
        hub.judgements.correct(id, json(Map.of("observations", List.of(right), "reason", WORDS)), "manager");
    }

    private static byte[] json(Map<String, ?> document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }
}
