package org.waymark.screening.rule;

import org.waymark.assessment.Agency;
import org.waymark.screening.fact.Contact;
import org.waymark.screening.fact.Fact;

/** This contact was made by a certain agency or person. */
public record ContactCondition(Agency referredBy) implements Condition {

    @Override
    public boolean matches(Fact fact) {
        return new Contact(referredBy).equals(fact);
    }
}
