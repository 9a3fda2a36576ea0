package org.waymark.intake.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.casework.worklist.DecisionLine;
import org.waymark.casework.worklist.DecisionPage;
import org.waymark.casework.worklist.WorkLine;
import org.waymark.casework.worklist.WorkPage;

/** Lists of decisions as they are answered. */
final class ListsJson {

    private ListsJson() {}

    static Map<String, Object> of(WorkPage page) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("lines", page.lines().stream().map(ListsJson::of).toList());
        if (page.after() != null) {
            shown.put("after", page.after());
        }
        return shown;
    }

    static Map<String, Object> of(DecisionPage page) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("decisions", page.lines().stream().map(ListsJson::of).toList());
        if (page.after() != null) {
            shown.put("after", page.after());
        }
        return shown;
    }

    private static Map<String, Object> of(WorkLine line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("waitsFor", line.waitsFor());
        shown.put("due", line.due());
        shown.put("overdue", line.overdue());
        shown.putAll(of(line.decision()));
        return shown;
    }

    private static Map<String, Object> of(DecisionLine line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("decisionId", line.decisionId());
        shown.put("area", line.area());
        shown.put("reference", line.reference());
        shown.put("primary", line.primary());
        shown.put("urgency", line.urgency());
        shown.put("respondBy", line.respondBy());
        shown.put("status", line.status());
        shown.put("withdrawn", line.withdrawn());
        shown.put("overridden", line.overridden());
        shown.put("outcomeNoted", line.outcomeNoted());
        shown.put("recordedAt", line.recordedAt());
        shown.put("assessedAt", line.assessedAt());
        shown.put("submittedBy", line.submittedBy());
        shown.put("ruleSet", Map.of("name", line.ruleSetName(), "hash", line.ruleSetHash()));
        shown.put("actors", line.actors());
        return shown;
    }
}
