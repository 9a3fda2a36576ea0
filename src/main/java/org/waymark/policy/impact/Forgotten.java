package org.waymark.policy.impact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.waymark.trail.Erasure;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Submission;

/**
 * Which cases no report may list any more: those of an erasure, by pseudonyms alone.
 *
 * @param submissions those that were cases of this person
 */
record Forgotten(String id, String person, Set<String> submissions) {

    Forgotten {
        submissions = Set.copyOf(submissions);
    }

    static Forgotten of(Erasure.Done erased) {
        Set<String> submissions = new TreeSet<>();
        erased.submissions().forEach(one -> submissions.add(one.pseudonym()));
        return new Forgotten(erased.id(), erased.person().pseudonym(), submissions);
    }

    Document document() {
        return new Document("_id", id)
                .append("person", person)
                .append("submissions", List.copyOf(new TreeSet<>(submissions)));
    }

    static Forgotten of(Document document) {
        return new Forgotten(
                document.getString("_id"),
                document.getString("person"),
                Set.copyOf(document.getList("submissions", String.class)));
    }

    /**
     * Whether a case is among them, by the name that {@link ImpactCase} gave it. The parts of that name may hold the
     * marks that stand between them, so each way to take it apart is tried, and person and submission must both fit.
     */
    boolean covers(String reference, Pseudonyms pseudonyms) {
        int area = reference.indexOf('/');
        for (int space = reference.indexOf(' ', area + 1); space >= 0; space = reference.indexOf(' ', space + 1)) {
            Person one = pseudonyms.person(reference.substring(0, area), reference.substring(area + 1, space));
            if (one.pseudonym().equals(person) && isOne(reference, area, space, pseudonyms)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(String reference, int area, int space, Pseudonyms pseudonyms) {
        for (int slash = reference.indexOf('/', space); slash >= 0; slash = reference.indexOf('/', slash + 1)) {
            Submission one = pseudonyms.submission(
                    reference.substring(0, area),
                    reference.substring(space + 1, slash),
                    reference.substring(slash + 1));
            if (submissions.contains(one.pseudonym())) {
                return true;
            }
        }
        return false;
    }
}
