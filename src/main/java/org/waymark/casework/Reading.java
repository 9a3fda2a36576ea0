package org.waymark.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.PersonKey;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * Shows what is recorded about a young person, and records first that it is shown: who, when, what and why. What is shown
 * is what was recorded before this reading, so that the next reading is the first to show it.
 *
 * <p>The same reader who looks again at the same, for the same reason, within a quarter of an hour adds nothing, whoever
 * else looks meanwhile, unless something else than a reading was recorded in between. Nor does whoever sees again the
 * decision that they made, or did the last thing with, within that time: they had the same as an answer. Of somebody of
 * whom nothing is recorded no reading is recorded.
 */
public final class Reading {

    private static final Duration ONE_SITTING = Duration.ofMinutes(15);
    private static final int MOST_ATTEMPTS = 200;
    private static final String WHAT = "what";
    private static final String AREAS = "areas";
    private static final String REASON = "reason";
    private static final String BREAK_GLASS = "breakGlass";

    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final Clock clock;

    public Reading(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
    }

    /** What somebody is shown. */
    public enum What implements Coded {
        DECISION,
        EXPLANATION,
        REPLAY,
        CLOCKS,
        TRAIL,
        EXPORT,
        CAPSULE,
        SUBJECT_ACCESS,
        WHOLE_LOG,
        WORK_LIST,
        DECISIONS
    }

    /**
     * Who looks at what.
     *
     * @param decisionId at which decision, where it is one
     * @param reason why, in their words; null where they do not say
     * @param breakGlass whether the young person is of an area that is none of theirs
     */
    public record Reader(
            String actor,
            What what,
            @Nullable String decisionId,
            @Nullable String reason,
            boolean breakGlass) {

        /** Somebody who looks at more than one decision, all of their areas. */
        public Reader(String actor, What what, @Nullable String reason) {
            this(actor, what, null, reason, false);
        }
    }

    /**
     * Records a reading, and gives what was recorded before it, oldest first; nothing is recorded where that is nothing.
     *
     * @throws TrailUnavailable where it cannot be recorded, and then nothing may be shown
     */
    public List<Entry> of(PersonKey key, Reader reader) {
        return of(people.person(key), reader);
    }

    /** The same about a person whom the trail names. */
    public List<Entry> of(Person person, Reader reader) {
        return showing(person, reader, known -> known);
    }

    /**
     * Gives what is shown of what was recorded before the reading. Where that cannot be shown nothing is recorded.
     *
     * @param shown makes it of the entries, oldest first; an exception of its own is the answer
     */
    <T> T showing(Person person, Reader reader, Function<List<Entry>, T> shown) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Entry> known = trail.of(person);
            T answer = shown.apply(known);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (known.isEmpty() || isSameSitting(known, reader, now)) {
                return answer;
            }
            Draft draft = new Draft(
                    Kind.READ,
                    pseudonyms.attempt(),
                    null,
                    reader.actor(),
                    now,
                    Map.of(EntryContent.READING, Json.write(content(reader))));
            if (trail.append(person, known.size() + 1L, draft) instanceof Appended.Recorded) {
                return answer;
            }
        }
        throw new TrailUnavailable("too many are recording about one young person at once", null);
    }

    /**
     * Records that somebody takes the whole log. It stands among what happens to the log, in the open, so without a
     * reason, which might name somebody.
     *
     * @throws TrailUnavailable where it cannot be recorded, and then nothing may be shown
     */
    public void ofEverything(String actor) {
        Draft draft = new Draft(
                Kind.LOG,
                pseudonyms.attempt(),
                null,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Map.of(EntryContent.READING, Json.write(content(new Reader(actor, What.WHOLE_LOG, null)))));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            long next = trail.of(pseudonyms.log()).size() + 1L;
            if (trail.append(pseudonyms.log(), next, draft) instanceof Appended.Recorded) {
                return;
            }
        }
        throw new TrailUnavailable("too many are recording about the log at once", null);
    }

    /**
     * Records that somebody is shown a list of decisions: once in a sitting, with the areas, and not with every young
     * person who is in it. It stands in the open, among what that account was shown on that day.
     *
     * @throws TrailUnavailable where it cannot be recorded, and then nothing may be shown
     */
    public void ofList(String actor, What what, Collection<String> areas) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(WHAT, what.code());
        said.put(AREAS, new TreeSet<>(areas));
        String content = Json.write(said);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Person shown = pseudonyms.listsShown(actor, LondonDays.of(now));
            List<Entry> known = trail.of(shown);
            boolean again = known.stream()
                    .filter(entry -> entry.recordedAt().plus(ONE_SITTING).isAfter(now))
                    .anyMatch(entry -> content.equals(entry.content().get(EntryContent.READING)));
            Draft draft =
                    new Draft(Kind.LOG, pseudonyms.attempt(), null, actor, now, Map.of(EntryContent.READING, content));
            if (again || trail.append(shown, known.size() + 1L, draft) instanceof Appended.Recorded) {
                return;
            }
        }
        throw new TrailUnavailable("too many are recording about the lists of one account at once", null);
    }

    private static Map<String, Object> content(Reader reader) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(WHAT, reader.what().code());
        if (reader.decisionId() != null) {
            content.put(ActEntries.DECISION_ID, reader.decisionId());
        }
        content.put(REASON, reader.reason());
        if (reader.breakGlass()) {
            content.put(BREAK_GLASS, true);
        }
        return content;
    }

    /** Looks back over the readings since the last entry of another kind, and at that one. */
    private static boolean isSameSitting(List<Entry> known, Reader reader, Instant now) {
        JsonNode content = Json.read(Json.write(content(reader)));
        for (int i = known.size() - 1; i >= 0; i--) {
            Entry entry = known.get(i);
            boolean theirs = entry.actor().equals(reader.actor())
                    && entry.recordedAt().plus(ONE_SITTING).isAfter(now)
                    && !entry.erased();
            if (entry.kind() != Kind.READ) {
                return theirs && wasAnswered(entry, reader);
            }
            if (theirs && said(entry).equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** Whether whoever recorded this had as an answer what they ask for now. */
    private static boolean wasAnswered(Entry entry, Reader reader) {
        boolean decision = reader.what() == What.DECISION || reader.what() == What.EXPLANATION;
        return decision
                && ActEntries.decisionOf(entry)
                        .filter(id -> id.equals(reader.decisionId()))
                        .isPresent();
    }

    /** Whether an entry is a reading of this decision. */
    static boolean isOf(Entry entry, String decisionId) {
        return entry.kind() == Kind.READ
                && !entry.erased()
                && said(entry).path(ActEntries.DECISION_ID).asString("").equals(decisionId);
    }

    private static JsonNode said(Entry reading) {
        return Json.read(Contacts.text(reading, EntryContent.READING));
    }

    /** The JSON of who looked at what is recorded about a young person, oldest first. */
    public String readers(PersonKey key) {
        List<Object> readers = new ArrayList<>();
        people.trailOf(key).stream()
                .filter(entry -> entry.kind() == Kind.READ)
                .forEach(entry -> readers.add(shown(entry)));
        return Json.write(Map.of("readers", readers));
    }

    private static Map<String, Object> shown(Entry reading) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sequence", reading.sequence());
        shown.put("actor", reading.actor());
        shown.put("recordedAt", reading.recordedAt());
        Optional<JsonNode> said = reading.erased() ? Optional.empty() : Optional.of(said(reading));
        said.ifPresent(one -> one.properties().forEach(field -> shown.put(field.getKey(), field.getValue())));
        if (reading.erased()) {
            shown.put("erased", true);
        }
        return shown;
    }
}
