package org.waymark.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.judgement.Result;
import org.waymark.casework.judgement.State;
import org.waymark.casework.worklist.DecisionLine;
import org.waymark.casework.worklist.Fold;
import org.waymark.casework.worklist.Folds;
import org.waymark.casework.worklist.Listed;
import org.waymark.casework.worklist.RulesMissing;
import org.waymark.casework.worklist.WorkStatus;
import org.waymark.ruleset.RuleSetInForce.NoRuleSet;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import tools.jackson.databind.JsonNode;

/** What the entries about a young person say to the lists of decisions. */
final class ListedDecisions implements Folds {

    /** What an assessment says, or a decision, where a review at MACE may be due; most say neither. */
    private static final String OPEN = "\"mace-open\"";

    private static final String PUT_BEFORE_IT = "\"pathway\":\"mace\"";

    private final Clocks clocks;

    ListedDecisions(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Optional<String> decisionOf(Entry entry) {
        return ActEntries.decisionOf(entry);
    }

    @Override
    public Fold of(List<Entry> entries, Set<String> decisions) {
        List<Listed> standing = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Entry last = null;
        for (Entry entry : entries) {
            String id = entry.kind() == Kind.SCREENED ? entry.decisionId() : null;
            if (id == null) {
                continue;
            } else if (entry.erased()) {
                gone.add(id);
                continue;
            }
            last = entry;
            if (decisions.contains(id)) {
                standing.add(decision(entry, entries));
            }
        }
        Listed review = last == null ? null : review(last, entries);
        if (review != null) {
            // First: whoever finds a decision up to date takes the review for up to date as well.
            standing.add(0, review);
        } else if (!entries.isEmpty()) {
            gone.add(Listed.reviewOf(entries.get(0).person()));
        }
        return new Fold(standing, gone);
    }

    private static Listed decision(Entry screened, List<Entry> entries) {
        DecisionFile file = DecisionFile.of(screened, entries);
        State state = file.state();
        DecisionLine line = line(file, state);
        return new Listed(
                line.decisionId(), screened.person(), file.nextSequence() - 1, waitsFor(line), line.respondBy(), line);
    }

    private static DecisionLine line(DecisionFile file, State state) {
        Entry screened = file.screened();
        JsonNode decision = file.decision();
        Result result = state.result();
        return new DecisionLine(
                Optional.ofNullable(screened.decisionId()).orElseThrow(),
                decision.at("/youngPerson/area").asString(),
                decision.at("/youngPerson/reference").asString(),
                result.primary(),
                result.urgency(),
                result.respondBy(),
                state.status(),
                state.withdrawn(),
                isAny(file.acts(), Kind.OVERRIDDEN),
                isAny(file.acts(), Kind.OUTCOME),
                screened.recordedAt(),
                Instant.parse(decision.path("assessedAt").asString()),
                screened.actor(),
                decision.at("/ruleSet/name").asString(),
                decision.at("/ruleSet/hash").asString(),
                Stream.concat(Stream.of(screened), file.acts().stream())
                        .map(Entry::actor)
                        .distinct()
                        .toList());
    }

    private static boolean isAny(List<Entry> acts, Kind kind) {
        return acts.stream().anyMatch(act -> act.kind() == kind);
    }

    private static @Nullable WorkStatus waitsFor(DecisionLine line) {
        if (line.withdrawn()) {
            return null;
        }
        return switch (line.status()) {
            case PROPOSED -> WorkStatus.PROPOSED;
            case AWAITING_COUNTERSIGNATURE -> WorkStatus.AWAITING_COUNTERSIGNATURE;
            case CONFIRMED, OVERRIDDEN ->
                line.urgency() == null || line.outcomeNoted() ? null : WorkStatus.OUTCOME_OPEN;
        };
    }

    /** By what the young person's own area knows, as whoever reads the list may know of no other. */
    private @Nullable Listed review(Entry last, List<Entry> entries) {
        if (entries.stream().noneMatch(ListedDecisions::mayCallForReview)) {
            return null;
        }
        DecisionFile file = DecisionFile.of(last, entries);
        DecisionLine line = line(file, file.state());
        try {
            return clocks.review(new PersonKey(line.area(), line.reference()))
                    .map(clock -> new Listed(
                            Listed.reviewOf(last.person()),
                            last.person(),
                            file.nextSequence() - 1,
                            WorkStatus.REVIEW_DUE,
                            clock.due()
                                    .plusDays(1)
                                    .atStartOfDay(LondonDays.ZONE)
                                    .toInstant(),
                            line))
                    .orElse(null);
        } catch (NoRuleSet notYet) {
            throw new RulesMissing(notYet);
        }
    }

    private static boolean mayCallForReview(Entry entry) {
        for (Map.Entry<String, String> text : entry.content().entrySet()) {
            boolean asked = text.getKey().equals(EntryContent.DECISION);
            // A decision names the factor where it asks for it.
            if (text.getValue().contains(PUT_BEFORE_IT)
                    || !asked && text.getValue().contains(OPEN)) {
                return true;
            }
        }
        return false;
    }
}
