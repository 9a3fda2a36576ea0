package org.waymark.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.outcome.Outcome;

/** Screens one contact after the other, and keeps the history of each young person between them. */
final class Screenings {

    private final Map<PersonKey, List<Assessment>> recorded = new HashMap<>();

    Outcome screen(Assessment assessment) {
        List<Assessment> known = Stream.concat(
                        Stream.of(assessment.youngPerson().key()),
                        assessment.youngPerson().previousReferences().stream())
                .distinct()
                .flatMap(key -> recorded.getOrDefault(key, List.of()).stream())
                .toList();
        recorded.computeIfAbsent(assessment.youngPerson().key(), none -> new ArrayList<>())
                .add(assessment);
        return ActiveRules.screener().screen(assessment, known);
    }

    /** The outcomes of one history, in its order. */
    static List<Outcome> of(List<Assessment> contacts) {
        Screenings screenings = new Screenings();
        return contacts.stream().map(screenings::screen).toList();
    }
}
