package org.waymark.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.words.Names;
import org.waymark.trail.Entry;

/**
 * Gives out what is recorded about one young person, for the young person: as JSON, all of it, and in plain English.
 * Which texts may speak of somebody else is listed; a worker looks at those before anything is handed over. That it is
 * given out is recorded first.
 */
public final class SubjectAccess {

    private final RuleSetInForce inForce;
    private final Reading reading;

    public SubjectAccess(RuleSetInForce inForce, Reading reading) {
        this.inForce = inForce;
        this.reading = reading;
    }

    /** The JSON of every entry, with the places of the texts that may speak of somebody else. */
    public String json(PersonKey person, String actor, @Nullable String reason) throws JudgementRefusal {
        List<Map<String, Object>> entries =
                read(person, actor, reason).stream().map(Records::shown).toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("youngPerson", person);
        shown.put("mayNameOthers", OthersTexts.in(Json.read(Json.write(entries))));
        shown.put("entries", entries);
        return Json.write(shown);
    }

    /** The same told in plain English. */
    public PlainText plain(PersonKey person, String actor, @Nullable String reason) throws JudgementRefusal {
        List<Entry> entries = read(person, actor, reason);
        var catalogue = inForce.require(person.area()).ruleSet().catalogue();
        return new PlainAccess(person, factor -> Names.noun(catalogue, factor)).of(entries);
    }

    private List<Entry> read(PersonKey person, String actor, @Nullable String reason) throws JudgementRefusal {
        List<Entry> entries = reading.of(person, new Reading.Reader(actor, Reading.What.SUBJECT_ACCESS, reason));
        if (entries.isEmpty()) {
            throw People.unknown();
        }
        return new ArrayList<>(entries);
    }
}
