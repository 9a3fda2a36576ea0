package org.waymark.policy.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.policy.impact.ImpactReport.Standing;
import org.waymark.policy.impact.Tally.AreaKey;
import org.waymark.policy.impact.Tally.Changed;
import org.waymark.policy.impact.Tally.MoveKey;
import org.waymark.policy.impact.Tally.WeekKey;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import tools.jackson.databind.JsonNode;

/**
 * A tally as it is kept: its sums, which name no young person, and apart from them the changed cases, which do. What is
 * read again adds up to the same report, to the byte.
 */
final class TallyJson {

    private record Later(String person, Instant seenAt) {}

    private TallyJson() {}

    /** All but the changed cases. */
    static String sums(Tally tally) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("cases", tally.cases);
        sums.put("others", tally.others);
        sums.put("people", tally.peopleBefore + tally.people.size());
        sums.put("directions", tally.directions.rows(one -> words(one.code())));
        sums.put("moves", tally.moves.rows(TallyJson::words));
        sums.put("beside", tally.beside.rows(TallyJson::words));
        sums.put("fired", tally.fired.rows(TallyJson::words));
        sums.put(
                "weeks",
                tally.weeks.rows(one -> words(one.monday().toString(), Integer.toString(one.place()), one.pathway())));
        sums.put("areas", tally.areas.rows(one -> words(one.area(), one.monday().toString())));
        sums.put("groups", tally.groups.kept());
        List<Later> later = new ArrayList<>();
        tally.later.forEach((person, seenAt) -> later.add(new Later(person, seenAt)));
        sums.put("later", later);
        return Json.write(sums);
    }

    private static List<@Nullable String> words(@Nullable String... words) {
        return Arrays.asList(words);
    }

    private static List<@Nullable String> words(MoveKey move) {
        return words(
                code(move.before().primary()),
                code(move.before().urgency()),
                code(move.after().primary()),
                code(move.after().urgency()));
    }

    private static @Nullable String code(@Nullable Coded one) {
        return one == null ? null : one.code();
    }

    /**
     * Adds what was kept to a tally that is about the same rule sets. No young person may be in both.
     *
     * @param sums what {@link #sums} gave
     */
    static void addSums(Tally into, String sums) {
        JsonNode kept = Json.read(sums);
        into.cases += kept.path("cases").asLong();
        into.others += kept.path("others").asLong();
        into.peopleBefore += kept.path("people").asLong();
        into.directions.addRows(kept.path("directions"), key -> require(Direction.class, key.path(0)));
        into.moves.addRows(
                kept.path("moves"),
                key -> new MoveKey(standing(key.path(0), key.path(1)), standing(key.path(2), key.path(3))));
        into.beside.addRows(kept.path("beside"), key -> key.path(0).asString());
        into.fired.addRows(kept.path("fired"), key -> key.path(0).asString());
        into.weeks.addRows(
                kept.path("weeks"),
                key -> new WeekKey(
                        day(key.path(0)),
                        Integer.parseInt(key.path(1).asString()),
                        key.path(2).asString()));
        into.areas.addRows(kept.path("areas"), key -> new AreaKey(key.path(0).asString(), day(key.path(1))));
        into.groups.addKept(kept.path("groups"));
        kept.path("later")
                .forEach(one -> into.addLater(
                        one.path("person").asString(),
                        Instant.parse(one.path("seenAt").asString())));
    }

    private static Standing standing(JsonNode primary, JsonNode urgency) {
        return new Standing(optional(Pathway.class, primary), optional(Urgency.class, urgency));
    }

    private static LocalDate day(JsonNode text) {
        return LocalDate.parse(text.asString());
    }

    private static <T extends Enum<T> & Coded> T require(Class<T> type, JsonNode code) {
        return Coded.of(type, code.asString("")).orElseThrow(() -> unreadable(code));
    }

    private static <T extends Enum<T> & Coded> @Nullable T optional(Class<T> type, JsonNode code) {
        return code.isNull() ? null : require(type, code);
    }

    private static IllegalStateException unreadable(JsonNode code) {
        return new IllegalStateException("what was kept of an impact analysis holds a strange word: " + code);
    }

    private static PersonKey person(JsonNode key) {
        return new PersonKey(key.path("area").asString(), key.path("reference").asString());
    }

    /** Changed cases, of which {@link #readChanged} makes the same again. */
    static String changed(List<Changed> changed) {
        return Json.write(changed);
    }

    static List<Changed> readChanged(String json) {
        List<Changed> changed = new ArrayList<>();
        for (JsonNode kept : Json.read(json)) {
            changed.add(new Changed(
                    changedCase(kept.path("one")),
                    person(kept.path("person")),
                    Instant.parse(kept.path("assessedAt").asString())));
        }
        return changed;
    }

    private static ChangedCase changedCase(JsonNode one) {
        return new ChangedCase(
                one.path("reference").asString(),
                day(one.path("assessedOn")),
                one.path("latest").asBoolean(),
                require(Direction.class, one.path("direction")),
                one.path("before").asString(),
                one.path("after").asString(),
                optional(Urgency.class, one.path("urgencyAfter")),
                one.path("rules")
                        .valueStream()
                        .map(change -> new RuleChange(
                                change.path("rule").asString(), require(RuleChange.How.class, change.path("how"))))
                        .toList(),
                texts(one.path("lost")),
                texts(one.path("gained")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
