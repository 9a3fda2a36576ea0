package org.waymark.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** Says an outcome in plain words. */
final class Summary {

    private static final int REASONS_NAMED = 3;
    private static final String NO_THRESHOLD =
            "No threshold was met on what is known, which is not a finding of no risk.";

    private static final String NOTHING_OPEN =
            "No single answer that is still open would change a pathway, an action, a block or how soon to respond.";

    private Summary() {}

    static String of(Manifest manifest, Run run, Verdict verdict, List<Reason> reasons) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                verdict.pathways().isEmpty() ? NO_THRESHOLD : recommended(manifest, verdict) + why(verdict, reasons));
        sentences.addAll(leftOut(run));
        if (verdict.pathways().isEmpty() && !verdict.actions().isEmpty()) {
            sentences.add("There are still things to do.");
        }
        return String.join(" ", sentences);
    }

    /**
     * That no question is left, where none is. Each answer was tried by itself, so no more than that is said.
     *
     * @param ageTells whether an age that nobody knows would still make a difference
     */
    static String ofQuestions(List<Question> questions, boolean ageTells) {
        if (!questions.isEmpty()) {
            return "";
        }
        return " " + NOTHING_OPEN + (ageTells ? " Knowing the age would." : "");
    }

    private static String recommended(Manifest manifest, Verdict verdict) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Pathway, Verdict.Path> path : verdict.pathways().entrySet()) {
            String name = manifest.pathwayNames()
                    .getOrDefault(path.getKey(), path.getKey().code());
            parts.add(name + level(path.getValue().level()) + " "
                    + words(path.getValue().urgency()));
        }
        return String.join("; ", parts) + ".";
    }

    /** The first reasons of the pathways, one of each rule. */
    private static String why(Verdict verdict, List<Reason> reasons) {
        Set<String> rules = verdict.pathways().values().stream()
                .flatMap(path -> path.rules().stream())
                .collect(Collectors.toSet());
        Map<String, String> titles = new LinkedHashMap<>();
        reasons.stream()
                .filter(reason -> rules.contains(reason.rule()))
                .forEach(reason -> titles.putIfAbsent(reason.rule(), reason.title()));
        List<String> first = titles.values().stream().limit(REASONS_NAMED).toList();
        return first.isEmpty() ? "" : " Because: " + String.join("; ", first) + ".";
    }

    /** What rules asked for and a guard took away, so that nobody reads its absence as no need. */
    private static List<String> leftOut(Run run) {
        List<String> sentences = new ArrayList<>();
        if (run.tookAway(Pathway.EARLY_HELP)) {
            sentences.add("The threshold for early help was met, and the family turned the offer down.");
        }
        if (run.tookAway(Pathway.ENFORCEMENT)) {
            sentences.add("Enforcement was considered and is left out: it never stands alone for a child, "
                    + "and needs an age that is known to be 10 or over.");
        }
        return sentences;
    }

    private static String level(@Nullable String level) {
        return level == null ? "" : ", level " + level + ",";
    }

    private static String words(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "within the hour";
            case SAME_DAY -> "within 24 hours";
            case ONE_WORKING_DAY -> "within one working day";
            case FIVE_WORKING_DAYS -> "within five working days";
            case TEN_WORKING_DAYS -> "within ten working days";
            case PLANNED -> "within 20 working days";
        };
    }
}
