package org.waymark.casework;

import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Json;
import org.waymark.casework.judgement.Act;
import org.waymark.casework.judgement.Result;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;
import tools.jackson.databind.JsonNode;

/** What people did with decisions, as entries hold it. */
final class ActEntries {

    /** The field by which an act names its decision: the entry's own is for the entry that made it. */
    static final String DECISION_ID = "decisionId";

    /** What an override comes to. */
    static final String RESULT = "result";

    /** What holds until it is answered. */
    static final String MEANWHILE = "meanwhile";

    /** In which ways it is lower. */
    static final String DOWNWARD = "downward";

    /** The answer to it. */
    static final String AGREE = "agree";

    /** Whether a contact was about the wrong child. */
    static final String WITHDRAWN = "withdrawn";

    private static final Map<Kind, String> NAMES = Map.of(
            Kind.CONFIRMED, EntryContent.CONFIRMATION,
            Kind.OVERRIDDEN, EntryContent.OVERRIDE,
            Kind.COUNTERSIGNED, EntryContent.COUNTERSIGNATURE,
            Kind.OUTCOME, EntryContent.OUTCOME,
            Kind.CORRECTED, EntryContent.CORRECTION,
            Kind.REVIEWED, EntryContent.REVIEW);

    private ActEntries() {}

    /** Under which name an entry of that kind holds what was done. */
    static String nameOf(Kind kind) {
        String name = NAMES.get(kind);
        if (name == null) {
            throw new IllegalArgumentException("nobody does `" + kind.code() + "` with a decision");
        }
        return name;
    }

    /** What an entry says that somebody did with a decision; nothing where it is no such entry, or erased. */
    static Optional<JsonNode> content(Entry entry) {
        return Optional.ofNullable(NAMES.get(entry.kind()))
                .filter(name -> !entry.erased())
                .map(name -> Json.read(Contacts.text(entry, name)));
    }

    /** The decision that an entry makes, or that somebody did something with. */
    static Optional<String> decisionOf(Entry entry) {
        return Optional.ofNullable(entry.decisionId())
                .or(() ->
                        content(entry).map(content -> content.path(DECISION_ID).asString()));
    }

    /** Whether somebody did something with this decision. */
    static boolean isAbout(Entry entry, String decisionId) {
        return content(entry)
                .filter(content -> content.path(DECISION_ID).asString("").equals(decisionId))
                .isPresent();
    }

    /**
     * Whether an entry goes where the contact goes on which a decision was made: that, tries of it, acts about it, and
     * why somebody looked at it.
     */
    static boolean belongs(Entry entry, String decisionId, Pseudonyms pseudonyms) {
        return decisionId.equals(entry.decisionId())
                || isAbout(entry, decisionId)
                || Reading.isOf(entry, decisionId)
                || entry.kind() == Kind.TRIED
                        && !entry.erased()
                        && pseudonyms.decisionId(triedOf(entry)).equals(decisionId);
    }

    private static Submission triedOf(Entry entry) {
        return new Submission(Json.read(Contacts.text(entry, EntryContent.TRIED))
                .path("submission")
                .asString(""));
    }

    /** Whether the entry withdraws a contact. */
    static boolean withdraws(Entry entry) {
        return entry.kind() == Kind.CORRECTED
                && content(entry)
                        .filter(content -> content.path(WITHDRAWN).asBoolean(false))
                        .isPresent();
    }

    /** What was done, as far as it changes where the decision stands. */
    static Act act(Entry entry) {
        JsonNode content = content(entry)
                .orElseThrow(() -> new IllegalArgumentException("entry " + entry.id() + " is no act of a person"));
        return switch (entry.kind()) {
            case CONFIRMED -> new Act.Confirmed(entry.actor(), entry.recordedAt());
            case OVERRIDDEN -> overridden(entry, content);
            case COUNTERSIGNED ->
                new Act.Countersigned(
                        entry.actor(), entry.recordedAt(), content.path(AGREE).asBoolean());
            case OUTCOME -> new Act.OutcomeNoted(entry.actor(), entry.recordedAt());
            case CORRECTED -> new Act.Corrected(entry.actor(), entry.recordedAt(), withdraws(entry));
            case REVIEWED -> new Act.Reviewed(entry.actor(), entry.recordedAt());
            default -> throw new IllegalStateException("unreachable: such an entry has no act as its content");
        };
    }

    private static Act overridden(Entry entry, JsonNode content) {
        Result chosen = Result.read(content.path(RESULT));
        boolean downward = !content.path(DOWNWARD).isEmpty();
        Result meanwhile = downward ? Result.read(content.path(MEANWHILE)) : chosen;
        return new Act.Overridden(entry.actor(), entry.recordedAt(), chosen, meanwhile, downward);
    }
}
