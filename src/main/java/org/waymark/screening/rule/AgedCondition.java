package org.waymark.screening.rule;

import java.util.List;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.YoungPerson;

/** The young person is of the right age. All bounds must hold of one and the same age. */
public record AgedCondition(List<Bound> bounds) implements Condition {

    public AgedCondition {
        bounds = List.copyOf(bounds);
    }

    /** What a bound speaks of. */
    public enum Field {
        AGE("age"),
        MONTHS("months"),
        DAYS_TO_18("daysTo18");

        private final String accessor;

        Field(String accessor) {
            this.accessor = accessor;
        }

        /** As it stands in a rule file. */
        public String accessor() {
            return accessor;
        }

        int of(YoungPerson youngPerson) {
            return switch (this) {
                case AGE -> youngPerson.age();
                case MONTHS -> youngPerson.months();
                case DAYS_TO_18 -> youngPerson.daysTo18();
            };
        }
    }

    /** One limit of an age, in the unit of its field. */
    public record Bound(Field field, Comparison comparison, int limit) {

        boolean holds(YoungPerson youngPerson) {
            return comparison.holds(field.of(youngPerson), limit);
        }
    }

    @Override
    public boolean matches(Fact fact) {
        return fact instanceof YoungPerson youngPerson && bounds.stream().allMatch(bound -> bound.holds(youngPerson));
    }
}
