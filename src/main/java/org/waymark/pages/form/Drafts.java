package org.waymark.pages.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.draft.FormDraft;
import org.waymark.casework.draft.FormDrafts;
import org.waymark.casework.draft.StaleDraft;
import org.waymark.casework.draft.TooManyDrafts;
import org.waymark.pages.NoSuchThing;
import org.waymark.ruleset.RuleSetInForce;

/** The drafts of whoever is signed in, with the questions that the rules in force of their area ask. */
@Component
class Drafts {

    /** The field of a draft that says what the decision before it would have liked to know. */
    private static final String ASK = "-ask";

    static final String NEXT = "next";

    private final FormDrafts drafts;
    private final RuleSetInForce inForce;

    Drafts(FormDrafts drafts, RuleSetInForce inForce) {
        this.drafts = drafts;
        this.inForce = inForce;
    }

    /**
     * A draft, what stands in it, and what it asks.
     *
     * @param sections in the order in which they are asked
     */
    record Open(FormDraft draft, Typed typed, Catalogue catalogue, List<Section> sections) {

        Section section(String name) {
            return sections.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(NoSuchThing::new);
        }

        /** The one after it; empty after the last. */
        Optional<Section> after(Section section) {
            int next = sections.indexOf(section) + 1;
            return next < sections.size() ? Optional.of(sections.get(next)) : Optional.empty();
        }
    }

    /** @param ask what the decision before it would have liked to know, first of all */
    FormDraft begin(Caller caller, PersonKey about, List<String> ask) throws TooManyDrafts {
        if (!caller.areas().has(about.area())) {
            throw new NoSuchThing();
        }
        Typed typed =
                ask.isEmpty() ? Typed.nothing() : Typed.nothing().with(java.util.Map.of(ASK, String.join(",", ask)));
        return drafts.begin(caller.actor(), about, typed.json());
    }

    /** One of theirs; of an area that is theirs no more, none. */
    Open open(String id, Caller caller) {
        FormDraft draft = drafts.find(id, caller.actor())
                .filter(found -> caller.areas().has(found.about().area()))
                .orElseThrow(NoSuchThing::new);
        return opened(draft);
    }

    private Open opened(FormDraft draft) {
        Catalogue catalogue = inForce.require(draft.about().area()).ruleSet().catalogue();
        Typed typed = Typed.of(draft.content());
        List<Section> sections = new ArrayList<>(Section.all(catalogue));
        List<String> ask = Arrays.asList(typed.get(ASK).split(","));
        List<org.waymark.assessment.Factor> next = catalogue.factors().stream()
                .filter(factor -> ask.contains(factor.id()))
                .toList();
        if (!next.isEmpty()) {
            sections.add(1, new Section(NEXT, next));
        }
        return new Open(draft, typed, catalogue, List.copyOf(sections));
    }

    /** Saves it; the draft that they saw must be the one that is kept. */
    Open save(Open seen, Typed typed) throws StaleDraft {
        return opened(drafts.save(seen.draft(), typed.json()));
    }

    List<FormDraft> of(Caller caller) {
        return drafts.of(caller.actor()).stream()
                .filter(draft -> caller.areas().has(draft.about().area()))
                .toList();
    }

    void discard(FormDraft draft) {
        drafts.discard(draft.id(), draft.owner());
    }
}
