package org.waymark.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.Submission;
import org.waymark.casework.Decision;
import org.waymark.screening.outcome.Explanation;
import org.waymark.screening.outcome.Explanation.PathwayExplanation;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.outcome.Question;
import org.waymark.screening.outcome.Reason;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.RuleSet;

/** Prints a decision for a person: how to contact safely first, then what to do, why, and what to ask. */
final class DecisionPrinter {

    /** Faces show seven questions; the record holds all of them. */
    private static final int QUESTIONS_SHOWN = 7;

    private static final int REASONS_SHOWN = 15;
    private static final int NEAR_MISSES_SHOWN = 3;
    private static final int SETS_SHOWN = 5;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK).withZone(LondonDays.ZONE);

    private final RuleSet ruleSet;
    private final PrintWriter out;
    private boolean first = true;

    DecisionPrinter(RuleSet ruleSet, PrintWriter out) {
        this.ruleSet = ruleSet;
        this.out = out;
    }

    /**
     * @param explanation what the decision rests on, where that was asked for
     */
    void print(Decision decision, Submission submission, Optional<Explanation> explanation) {
        if (!first) {
            out.println();
        }
        first = false;
        Outcome outcome = decision.outcome();
        out.println("── " + decision.youngPerson().reference() + " ("
                + decision.youngPerson().area() + "), " + decision.assessment().assessmentId() + ", assessed "
                + WHEN.format(decision.assessedAt()));
        String safeContact = Json.read(submission.canonical())
                .path("context")
                .path("safeContact")
                .asString("");
        if (!safeContact.isEmpty()) {
            wrapped("", "Contact safely: " + safeContact);
        }
        wrapped("", outcome.summary());
        results(outcome);
        section(
                "Why",
                outcome.reasons().stream()
                        .limit(REASONS_SHOWN)
                        .map(this::reason)
                        .toList());
        more("    ", outcome.reasons().size() - REASONS_SHOWN, "reasons");
        explanation.ifPresent(rests -> restsOn(outcome, rests));
        section(
                "Ask next",
                outcome.questions().stream()
                        .limit(QUESTIONS_SHOWN)
                        .map(this::question)
                        .toList());
        more("    ", outcome.questions().size() - QUESTIONS_SHOWN, "questions");
        section(
                "Nearly",
                outcome.nearMisses().stream()
                        .limit(NEAR_MISSES_SHOWN)
                        .map(miss -> miss.rule() + " " + miss.title())
                        .toList());
        more("    ", outcome.nearMisses().size() - NEAR_MISSES_SHOWN, "near misses");
        section("Note", outcome.flags().stream().map(flag -> flag.statement()).toList());
        out.println("  Rules " + ruleSet.name() + ". This is a recommendation: a named person decides.");
    }

    private void results(Outcome outcome) {
        outcome.pathways().forEach(this::pathway);
        list(
                "Do",
                outcome.actions().stream()
                        .map(action -> words(action.action()) + " (" + words(action.urgency()) + ")"));
        list("Offer", outcome.services().stream().map(service -> words(service.service())));
        list("Blocked", outcome.blocks().stream().map(block -> words(block.block())));
    }

    private void restsOn(Outcome outcome, Explanation explanation) {
        if (!explanation.pathways().isEmpty()) {
            out.println("  What it rests on");
        }
        Grounds grounds = new Grounds(ruleSet.catalogue(), explanation);
        for (PathwayExplanation explained : explanation.pathways()) {
            boolean levelled = outcome.pathway(explained.pathway())
                    .filter(path -> path.level() != null)
                    .isPresent();
            grounds.of(explained, nameOf(explained.pathway()), levelled).forEach(this::ground);
        }
    }

    private void ground(Grounds.Ground ground) {
        wrapped("    ", ground.heading());
        ground.without().stream().limit(SETS_SHOWN).forEach(set -> wrapped("      ", set));
        more("      ", ground.without().size() - SETS_SHOWN, "sets of facts");
    }

    private String nameOf(Pathway pathway) {
        return ruleSet.manifest().pathwayNames().getOrDefault(pathway, pathway.code());
    }

    private void pathway(PathwayResult path) {
        String name = nameOf(path.pathway());
        String level = path.level() == null ? "" : ", level " + path.level();
        out.println("  → " + name + level + ": respond by " + when(path.respondBy()));
    }

    private static String when(Instant instant) {
        return WHEN.format(instant);
    }

    private void list(String heading, Stream<String> items) {
        String all = items.collect(Collectors.joining("; "));
        if (!all.isEmpty()) {
            wrapped("  ", heading + ": " + all);
        }
    }

    private String reason(Reason reason) {
        return reason.rule() + "  " + reason.statement();
    }

    private String question(Question question) {
        return question.question() + " "
                + question.changes().stream().map(this::change).collect(Collectors.joining("; "));
    }

    private String change(Question.Change change) {
        String urgency = change.urgency() == null ? "nothing to do" : words(change.urgency());
        return "[" + change.answer() + ": " + urgency + named(", adds ", change.adds())
                + named(", takes away ", change.removes()) + named(", blocks ", change.blocks())
                + named(", no longer blocks ", change.unblocks()) + "]";
    }

    private static String named(String what, List<String> codes) {
        return codes.isEmpty() ? "" : what + words(codes);
    }

    private static String words(List<String> codes) {
        return codes.stream().map(code -> code.replace('-', ' ')).collect(Collectors.joining(", "));
    }

    private static String words(Coded coded) {
        return coded.code().replace('-', ' ');
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println("  " + heading);
            lines.forEach(line -> wrapped("    ", line));
        }
    }

    private void more(String indent, int left, String what) {
        if (left > 0) {
            out.println(indent + "and " + left + " more " + what + " (--json shows all)");
        }
    }

    private void wrapped(String indent, String text) {
        Wrapped.lines(indent, indent + "  ", text).forEach(out::println);
    }
}
