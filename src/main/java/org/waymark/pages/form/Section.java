package org.waymark.pages.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;

/**
 * A part of the form.
 *
 * @param name in the address, and of its words in the messages
 * @param factors that it asks about; none where it asks about something else
 */
public record Section(String name, List<Factor> factors) {

    static final String ABOUT = "about";
    static final String FIRST_PASS = "first-pass";
    static final String PEOPLE = "people";

    /** All of them in the order in which they are asked: who it is about, what comes first, each part of life, who said what. */
    static List<Section> all(Catalogue catalogue) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(ABOUT, List.of()));
        Set<String> first = catalogue.group(FIRST_PASS);
        sections.add(new Section(
                FIRST_PASS,
                catalogue.factors().stream()
                        .filter(factor -> first.contains(factor.id()))
                        .toList()));
        catalogue.factors().stream()
                .map(Factor::domain)
                .distinct()
                .forEach(domain -> sections.add(new Section(
                        domain,
                        catalogue.factors().stream()
                                .filter(factor -> factor.domain().equals(domain))
                                .toList())));
        sections.add(new Section(PEOPLE, List.of()));
        return sections;
    }

    /** How many of its questions somebody has asked. */
    public long asked(Typed typed) {
        return factors.stream()
                .filter(factor -> typed.has(Fields.answer(factor.id())))
                .count();
    }
}
