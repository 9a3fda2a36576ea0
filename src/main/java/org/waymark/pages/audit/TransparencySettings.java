package org.waymark.pages.audit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What only whoever runs the service can say in its transparency record; empty where they did not. */
@Component
final class TransparencySettings {

    private final String organisation;
    private final String owner;
    private final String contact;
    private final String impactAssessments;

    TransparencySettings(
            @Value("${waymark.transparency.organisation:}") String organisation,
            @Value("${waymark.transparency.owner:}") String owner,
            @Value("${waymark.transparency.contact:}") String contact,
            @Value("${waymark.transparency.impact-assessments:}") String impactAssessments) {
        this.organisation = organisation.strip();
        this.owner = owner.strip();
        this.contact = contact.strip();
        this.impactAssessments = impactAssessments.strip();
    }

    public String organisation() {
        return organisation;
    }

    public String owner() {
        return owner;
    }

    public String contact() {
        return contact;
    }

    public String impactAssessments() {
        return impactAssessments;
    }
}
