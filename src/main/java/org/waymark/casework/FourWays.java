package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Json;
import org.waymark.casework.replay.Differences;
import org.waymark.casework.replay.Replayed.Result;
import org.waymark.ruleset.RuleSetInForce.Ready;
import org.waymark.screening.rule.RuleSet;
import tools.jackson.databind.JsonNode;

/**
 * A recorded decision made again in four ways: by the rules that decided and by those in force for the area now, on what
 * was known then and on what is known now.
 *
 * @param inForce the rules of now
 */
record FourWays(
        RecordedDecision recorded, Ready inForce, RecordedRules rules, RecordedHistory history, FactsNow factsNow) {

    /** Where a decision has its outcome. */
    static final String OUTCOME = "/outcome";

    private static final String THEN = "then";
    private static final String NOW = "now";

    /** Of an outcome, what is shown of each way; the rest is where it differs. */
    private static final List<String> SHOWN = List.of("primary", "urgency", "respondBy", "pathways");

    /** The rules of one way. */
    @FunctionalInterface
    private interface By {
        Map<String, Object> with(RecordedRules.Work<Map<String, Object>> work) throws CannotReplay;
    }

    String json() {
        Facts then = Facts.then(recorded, history);
        Facts now = factsNow.of(recorded, inForce);
        By rulesThen = work -> rules.with(recorded, work);
        By rulesNow = work -> work.by(inForce);
        List<Object> ways = new ArrayList<>();
        ways.add(way(THEN, rulesThen, THEN, then));
        ways.add(way(THEN, rulesThen, NOW, now));
        ways.add(way(NOW, rulesNow, THEN, then));
        ways.add(way(NOW, rulesNow, NOW, now));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("decisionId", recorded.id());
        shown.put("recorded", asRecorded());
        shown.put("ways", ways);
        return Json.write(shown);
    }

    private Map<String, Object> asRecorded() {
        JsonNode decision = recorded.decision();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("recordedAt", decision.path("recordedAt"));
        shown.put("engine", recorded.engine());
        shown.put("ruleSet", decision.path("ruleSet"));
        shown.put("entriesOfHistory", recorded.history().size());
        result(decision.path("outcome"), shown);
        return shown;
    }

    private Map<String, Object> way(String rulesOf, By by, String factsOf, Facts facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("rules", rulesOf);
        shown.put("facts", factsOf);
        try {
            shown.putAll(by.with(ready -> cameOut(ready, facts.by(ready))));
        } catch (CannotReplay impossible) {
            shown.put("result", Result.IMPOSSIBLE);
            shown.put("why", impossible.why());
            shown.put("detail", impossible.getMessage());
        }
        return shown;
    }

    private Map<String, Object> cameOut(Ready ready, Facts.Known known) {
        String outcome = Json.write(ready.screener().screen(known.assessment(), known.history()));
        Differences where = Differences.between(recorded.outcome(), outcome, OUTCOME);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("result", where.none() ? Result.SAME : Result.DIFFERENT);
        shown.put("ruleSet", ruleSet(ready.ruleSet()));
        shown.put("history", known.history().size());
        result(Json.read(outcome), shown);
        shown.put("differences", where.shown());
        shown.put("differencesInAll", where.count());
        return shown;
    }

    private static Map<String, Object> ruleSet(RuleSet ruleSet) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", ruleSet.name());
        shown.put("hash", ruleSet.hash());
        return shown;
    }

    private static void result(JsonNode outcome, Map<String, Object> shown) {
        SHOWN.forEach(field -> shown.put(field, outcome.path(field)));
    }
}
