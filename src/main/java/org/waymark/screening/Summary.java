package org.waymark.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** Says an outcome in plain words. */
final class Summary {

    private static final int REASONS_NAMED = 3;
    private static final String NO_THRESHOLD =
            "No threshold was met on what is known, which is not a finding of no risk.";

    private Summary() {}

    static String of(Manifest manifest, Verdict verdict, List<Reason> reasons) {
        if (verdict.pathways().isEmpty()) {
            return verdict.actions().isEmpty() ? NO_THRESHOLD : NO_THRESHOLD + " There are still things to do.";
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Pathway, Verdict.Path> path : verdict.pathways().entrySet()) {
            String name = manifest.pathwayNames()
                    .getOrDefault(path.getKey(), path.getKey().code());
            parts.add(name + level(path.getValue().level()) + " "
                    + words(path.getValue().urgency()));
        }
        List<String> why = reasons.stream()
                .limit(REASONS_NAMED)
                .map(Reason::title)
                .distinct()
                .toList();
        return Statements.listed(parts) + (why.isEmpty() ? "." : ". Because: " + String.join("; ", why) + ".");
    }

    private static String level(@Nullable String level) {
        return level == null ? "" : " (" + level + ")";
    }

    private static String words(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "within the hour";
            case SAME_DAY -> "within 24 hours";
            case ONE_WORKING_DAY -> "within one working day";
            default -> "within " + urgency.workingDays() + " working days";
        };
    }
}
