package org.waymark.casework;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.JudgementRefusal.Why;
import org.waymark.casework.judgement.HoldRequest;
import org.waymark.trail.Appended;
import org.waymark.trail.Draft;
import org.waymark.trail.Entry;
import org.waymark.trail.Holds;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailUnavailable;

/**
 * Orders that nothing about a young person may be erased, as before a court or during an inquiry. They are entries like
 * any other. A hold is on what is recorded under one reference.
 *
 * <p>Both calls throw {@link JudgementRefusal}, and then nothing is recorded, and {@link TrailUnavailable} where it
 * cannot be recorded.
 */
public final class LegalHolds {

    private static final int MOST_ATTEMPTS = 200;

    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final People people;
    private final Clock clock;

    public LegalHolds(Trail trail, Pseudonyms pseudonyms, Clock clock) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.people = new People(trail, pseudonyms);
        this.clock = clock;
    }

    /** Places one; the JSON of how it stands then. */
    public String hold(PersonKey person, byte[] document, String actor) throws JudgementRefusal {
        return record(Kind.HELD, person, document, actor);
    }

    /** Lifts the one that stands; the JSON of how it stands then. */
    public String release(PersonKey person, byte[] document, String actor) throws JudgementRefusal {
        return record(Kind.RELEASED, person, document, actor);
    }

    private String record(Kind kind, PersonKey person, byte[] document, String actor) throws JudgementRefusal {
        HoldRequest said = Request.read(document, HoldRequest::read);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Entry> known = people.trailOf(person);
            requirePossible(kind, known);
            Draft draft = new Draft(
                    kind,
                    pseudonyms.attempt(),
                    null,
                    actor,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    Map.of(EntryContent.HOLD, Json.write(Map.of("reason", said.reason()))));
            Appended appended = trail.append(people.person(person), known.size() + 1L, draft);
            if (appended instanceof Appended.Recorded done) {
                return Json.write(shown(done.entry()));
            }
        }
        throw new TrailUnavailable("too many are recording about one young person at once", null);
    }

    private static void requirePossible(Kind kind, List<Entry> known) throws JudgementRefusal {
        if (known.isEmpty()) {
            throw People.unknown();
        }
        @Nullable Entry standing = Holds.standing(known).orElse(null);
        if (kind == Kind.HELD && standing != null) {
            throw JudgementRefusal.of(
                    Why.NOT_NOW,
                    "`" + standing.actor() + "` placed a legal hold on " + standing.recordedAt()
                            + ", and it stands; there is nothing to add");
        }
        if (kind == Kind.RELEASED && standing == null) {
            throw JudgementRefusal.of(Why.NOT_NOW, "no legal hold stands on this young person; there is none to lift");
        }
    }

    /** Who holds, and since when. */
    static Map<String, Object> shown(Entry hold) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("held", hold.kind() == Kind.HELD);
        shown.put("by", hold.actor());
        shown.put("at", hold.recordedAt());
        return shown;
    }
}
