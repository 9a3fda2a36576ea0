package org.waymark.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.assessment.LondonDays;
import org.waymark.casework.retention.RetentionLine;
import org.waymark.casework.retention.RetentionSchedule;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import tools.jackson.databind.JsonNode;

/**
 * Who is due, counted from entries that come person by person and oldest first. Of each person little is kept, and of
 * each area those only who are due longest.
 */
final class RetentionCount {

    /** Nobody erases more in a week. */
    private static final int MOST_LISTED = 1_000;

    private final RetentionSchedule schedule;
    private final Instant at;
    private final LocalDate today;
    private final Map<String, Area> areas = new TreeMap<>();
    private @Nullable OnePerson current;

    /** Those of one area. */
    private static final class Area {
        private final TreeSet<Due> listed =
                new TreeSet<>(Comparator.comparing(Due::due).thenComparing(Due::reference));
        private long inAll;
    }

    /** Somebody who is due. */
    private record Due(Person person, String reference, LocalDate due, Map<String, Object> shown) {}

    /** What is kept in mind of one person. */
    private static final class OnePerson {
        private final Person person;
        private final Set<String> outcomes = new LinkedHashSet<>();
        private String area = "";
        private String reference = "";
        private @Nullable LocalDate first;
        private @Nullable LocalDate lastContact;
        private @Nullable LocalDate born;
        private @Nullable LocalDate bornByAge;
        private @Nullable Entry hold;

        OnePerson(Person person) {
            this.person = person;
        }
    }

    RetentionCount(RetentionSchedule schedule, Instant at, LocalDate today) {
        this.schedule = schedule;
        this.at = at;
        this.today = today;
    }

    Instant at() {
        return at;
    }

    void add(Entry entry) {
        OnePerson one = current;
        if (one == null || !one.person.equals(entry.person())) {
            end();
            one = new OnePerson(entry.person());
            current = one;
        }
        if (entry.kind() == Kind.HELD || entry.kind() == Kind.RELEASED) {
            one.hold = entry.kind() == Kind.HELD ? entry : null;
        } else if (entry.kind() == Kind.SCREENED && !entry.erased()) {
            screened(one, entry);
        } else {
            ActEntries.content(entry).ifPresent(content -> acted(requireCurrent(), entry, content));
        }
    }

    private OnePerson requireCurrent() {
        if (current == null) {
            throw new IllegalStateException("unreachable: an entry is somebody's");
        }
        return current;
    }

    private static void screened(OnePerson one, Entry entry) {
        JsonNode assessment = Json.read(Contacts.text(entry, EntryContent.ASSESSMENT));
        JsonNode person = assessment.path("youngPerson");
        LocalDate day = LondonDays.of(
                java.time.OffsetDateTime.parse(assessment.path("assessedAt").asString())
                        .toInstant());
        one.area = person.path("area").asString();
        one.reference = person.path("reference").asString();
        contact(one, day);
        if (person.path("dateOfBirth").isString()) {
            one.born = LocalDate.parse(person.path("dateOfBirth").asString());
        } else if (person.path("ageYears").isNumber()) {
            LocalDate latest = day.minusYears(person.path("ageYears").asLong());
            one.bornByAge = one.bornByAge == null || latest.isAfter(one.bornByAge) ? latest : one.bornByAge;
        }
        pathways(one, Json.read(Contacts.text(entry, EntryContent.DECISION)).at("/outcome/pathways"));
        for (JsonNode said : assessment.path("observations")) {
            if (said.path("factor").asString("").equals(RetentionSchedule.LOOKED_AFTER)
                    && said.path("answer").asString("").equals("yes")) {
                one.outcomes.add(RetentionSchedule.LOOKED_AFTER);
            }
        }
    }

    /** What people do shows that the case was still worked on; what they chose counts beside what was recommended. */
    private static void acted(OnePerson one, Entry entry, JsonNode content) {
        contact(one, LondonDays.of(entry.recordedAt()));
        pathways(one, content.path(ActEntries.RESULT).path("pathways"));
        if (entry.kind() == Kind.OUTCOME && content.path("what").asString("").equals("care")) {
            one.outcomes.add(RetentionSchedule.LOOKED_AFTER);
        }
    }

    private static void pathways(OnePerson one, JsonNode pathways) {
        pathways.forEach(path -> one.outcomes.add(path.path("pathway").asString()));
    }

    private static void contact(OnePerson one, LocalDate day) {
        one.first = one.first == null || day.isBefore(one.first) ? day : one.first;
        one.lastContact = one.lastContact == null || day.isAfter(one.lastContact) ? day : one.lastContact;
    }

    /** No more entries come about the person who was last. */
    void end() {
        OnePerson one = current;
        current = null;
        if (one == null || one.first == null || one.lastContact == null || one.reference.isEmpty()) {
            return;
        }
        LocalDate born = one.born != null ? one.born : one.bornByAge != null ? one.bornByAge : one.first;
        RetentionLine line = schedule.of(one.outcomes, born, one.lastContact);
        LocalDate due = line.due(born, one.lastContact);
        if (!due.isAfter(today)) {
            Area area = areas.computeIfAbsent(one.area, none -> new Area());
            area.inAll++;
            area.listed.add(new Due(one.person, one.reference, due, shown(one, line, due)));
            if (area.listed.size() > MOST_LISTED) {
                area.listed.pollLast();
            }
        }
    }

    private static Map<String, Object> shown(OnePerson one, RetentionLine line, LocalDate due) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reference", one.reference);
        shown.put("outcome", line.outcome());
        shown.put("keep", line.keep());
        shown.put("due", due);
        shown.put("lastContact", one.lastContact);
        shown.put("born", one.born != null ? "known" : one.bornByAge != null ? "from-age" : "unknown");
        shown.put("legalBasis", line.legalBasis());
        shown.put("legalHold", one.hold == null ? null : LegalHolds.shown(one.hold));
        return shown;
    }

    long dueInAll(String area) {
        Area one = areas.get(area);
        return one == null ? 0 : one.inAll;
    }

    /** Those who are due longest first. */
    List<Map<String, Object>> due(String area) {
        Area one = areas.get(area);
        return one == null ? List.of() : one.listed.stream().map(Due::shown).toList();
    }

    void forget(Person person) {
        for (Area area : new ArrayList<>(areas.values())) {
            if (area.listed.removeIf(due -> due.person().equals(person))) {
                area.inAll--;
            }
        }
    }
}
