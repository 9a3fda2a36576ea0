package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.waymark.screening.Pass;
import org.waymark.screening.fact.YoungPerson;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.AgedCondition.Field;

/** The age of a young person in one pass, as far as it is known. */
final class PossibleAge {

    private final org.waymark.assessment.YoungPerson person;
    private final List<YoungPerson> told;

    PossibleAge(Pass pass) {
        person = pass.file().current().youngPerson();
        told = pass.facts().stream()
                .filter(YoungPerson.class::isInstance)
                .map(YoungPerson.class::cast)
                .toList();
    }

    /** A line for each thing that a condition asks of the age. */
    List<String> lines(AgedCondition condition) {
        return condition.bounds().stream()
                .map(AgedCondition.Bound::field)
                .distinct()
                .map(field -> field.accessor() + ": " + value(field))
                .toList();
    }

    private String value(Field field) {
        if (person.dateOfBirth() == null && person.ageYears() == null) {
            return "not known, so that any from birth to 17 counts";
        }
        int least = values(field).min().orElse(0);
        int most = values(field).max().orElse(0);
        if (least == most && (field == Field.AGE || person.dateOfBirth() != null)) {
            return least + (isInDoubt(least) ? ", as said to be older and in doubt" : "");
        }
        return "not known to the day, at the age of " + person.ageYears();
    }

    private boolean isInDoubt(int age) {
        Integer stated = person.ageYears();
        return stated != null && stated > age && told.stream().allMatch(one -> one.age() < stated);
    }

    private IntStream values(Field field) {
        return told.stream().mapToInt(one -> switch (field) {
            case AGE -> one.age();
            case MONTHS -> one.months();
            case DAYS_TO_18 -> one.daysTo18();
        });
    }
}
