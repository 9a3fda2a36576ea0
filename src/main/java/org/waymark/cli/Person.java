package org.waymark.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.Submission;

/** Finds, among assessments read from files, those about the same young person. */
final class Person {

    private Person() {}

    /** The assessments about the young person of this one, under this and their previous references. */
    static List<Assessment> contacts(Assessment assessment, Collection<Submission> read) {
        List<Assessment> all = read.stream().map(Submission::assessment).toList();
        Set<PersonKey> keys = new HashSet<>();
        List<PersonKey> found = List.of(assessment.youngPerson().key());
        List<PersonKey> named = assessment.youngPerson().previousReferences();
        while (keys.addAll(found) | keys.addAll(named)) {
            found = List.of();
            named = all.stream()
                    .filter(one -> keys.contains(one.youngPerson().key()))
                    .flatMap(one -> one.youngPerson().previousReferences().stream())
                    .toList();
        }
        return all.stream()
                .filter(one -> keys.contains(one.youngPerson().key()))
                .toList();
    }
}
