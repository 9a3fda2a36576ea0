package org.waymark.pages.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decision as the page shows it: what was recommended, and what people did with it since.
 *
 * @param result what holds since somebody acted; null while nobody has
 */
record DecisionView(
        @Nullable String decisionId,
        AssessmentId assessment,
        YoungPerson youngPerson,
        Instant receivedAt,
        Instant assessedAt,
        @Nullable Instant recordedAt,
        RuleSet ruleSet,
        String status,
        int dryRuns,
        Outcome outcome,
        @Nullable Result result,
        @Nullable People people) {

    /** So many questions a page shows; the record holds all. */
    private static final int MOST_QUESTIONS = 7;

    record AssessmentId(String sourceSystem, String assessmentId) {}

    record YoungPerson(String reference, String area) {}

    record RuleSet(String name, String hash) {}

    record Outcome(
            String summary,
            String primary,
            @Nullable String urgency,
            @Nullable Instant respondBy,
            List<Path> pathways,
            List<Service> services,
            List<Action> actions,
            List<Block> blocks,
            List<Reason> reasons,
            List<NearMiss> nearMisses,
            List<Question> questions,
            List<Flag> flags) {

        public List<Question> firstQuestions() {
            return questions.subList(0, Math.min(MOST_QUESTIONS, questions.size()));
        }
    }

    record Path(
            String pathway,
            @Nullable String level,
            String urgency,
            @Nullable Instant respondBy,
            @Nullable List<String> rules,
            @Nullable String legalBasis) {}

    record Service(String service, List<String> rules) {}

    record Action(String action, @Nullable String urgency, List<String> rules) {}

    record Block(String block, List<String> rules) {}

    record Reason(
            String rule,
            String title,
            String statement,
            List<Fact> facts,
            @Nullable String source) {}

    record Fact(
            String factor,
            @Nullable String answer,
            @Nullable List<LocalDate> dates,
            @Nullable Integer times,
            @Nullable BigDecimal value,
            @Nullable String source,
            @Nullable String basis,
            String assessmentId,
            LocalDate recordedOn,
            boolean dateAssumed) {}

    record NearMiss(String rule, String title, List<Missing> missing) {}

    record Missing(@Nullable String factor, @Nullable String group) {}

    record Question(String factor, String asks, String question, List<Change> changes) {}

    record Change(
            String answer,
            @Nullable List<String> adds,
            @Nullable List<String> removes,
            @Nullable List<String> blocks,
            @Nullable List<String> unblocks,
            @Nullable String urgency) {}

    record Flag(String flag, String statement) {}

    record Result(
            String primary,
            @Nullable String urgency,
            @Nullable Instant respondBy,
            List<Path> pathways,
            @Nullable String by,
            @Nullable String countersignedBy,
            @Nullable Instant at) {}

    record People(boolean corrected, boolean withdrawn, List<Act> acts) {}

    record Act(
            String kind,
            String actor,
            Instant recordedAt,
            @Nullable String rationale,
            @Nullable String reason,
            @Nullable String finding,
            @Nullable String what,
            @Nullable JsonNode result) {

        /** What they wrote. */
        public String words() {
            return Stream.of(rationale, reason, finding)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
    }

    /** The pathways that hold now. */
    public List<Path> pathways() {
        return result == null ? outcome.pathways() : result.pathways();
    }

    public String primary() {
        return result == null ? outcome.primary() : result.primary();
    }

    @Nullable
    public String urgency() {
        return result == null ? outcome.urgency() : result.urgency();
    }

    @Nullable
    Instant respondBy() {
        return result == null ? outcome.respondBy() : result.respondBy();
    }

    public boolean isOpen() {
        return status.equals("proposed");
    }

    public boolean isAwaiting() {
        return status.equals("awaiting-countersignature");
    }

    /** The legal basis of a pathway that holds, as the recommendation gave it. */
    public String legalBasis(String pathway) {
        return outcome.pathways().stream()
                .filter(path -> path.pathway().equals(pathway))
                .map(Path::legalBasis)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Who overrode it last; empty where nobody did. */
    public String overriddenBy() {
        return people == null
                ? ""
                : people.acts().stream()
                        .filter(act -> act.kind().equals("overridden"))
                        .reduce((one, later) -> later)
                        .map(Act::actor)
                        .orElse("");
    }
}
