package org.waymark.pages.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.draft.FormDraft;
import org.waymark.casework.draft.FormDrafts;
import org.waymark.casework.draft.NoSuchDraft;
import org.waymark.casework.draft.StaleDraft;
import org.waymark.pages.NoSuchThing;
import org.waymark.ruleset.RuleSetInForce;

/** The drafts of whoever is signed in, with the questions that the rules in force of their area ask. */
@Component
class Drafts {

    /** The field of a draft that says whom it is about. */
    static final String REFERENCE = "-reference";

    /** The field of a draft that says what the decision before it would have liked to know. */
    private static final String ASK = "-ask";

    private static final String NEXT = "next";

    /** As the schema of assessments has it, in characters. */
    private static final int LONGEST_REFERENCE = 200;

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
    record Open(Begun draft, String owner, Typed typed, Catalogue catalogue, List<Section> sections) {

        /** The same, as somebody saw it who says which state of it that was. */
        Open asSeen(long revision) {
            Begun seen = new Begun(draft.id(), draft.about(), draft.changedAt(), revision);
            return new Open(seen, owner, typed, catalogue, sections);
        }

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

    /**
     * Begins one, and gives its id.
     *
     * @param ask what the decision before it would have liked to know, first of all
     */
    String begin(Caller caller, PersonKey about, List<String> ask) {
        if (!caller.areas().has(about.area()) || about.reference().length() > LONGEST_REFERENCE) {
            throw new NoSuchThing();
        }
        String known = inForce.require(about.area()).ruleSet().catalogue().factors().stream()
                .map(Factor::id)
                .filter(ask::contains)
                .collect(Collectors.joining(","));
        Typed typed = Typed.nothing().with(Map.of(REFERENCE, about.reference(), ASK, known));
        return drafts.begin(caller.actor(), about.area(), typed.json(), about).id();
    }

    /** One of theirs; of an area that is theirs no more, none. */
    Open open(String id, Caller caller) {
        FormDraft draft = drafts.find(id, caller.actor())
                .filter(found -> caller.areas().has(found.area()))
                .orElseThrow(NoSuchThing::new);
        return opened(draft);
    }

    private Open opened(FormDraft draft) {
        Catalogue catalogue = inForce.require(draft.area()).ruleSet().catalogue();
        Typed typed = Typed.of(draft.content());
        List<Section> sections = new ArrayList<>(Section.all(catalogue));
        List<String> ask = Arrays.asList(typed.get(ASK).split(","));
        List<Factor> next = catalogue.factors().stream()
                .filter(factor -> ask.contains(factor.id()))
                .toList();
        if (!next.isEmpty()) {
            sections.add(1, new Section(NEXT, next));
        }
        return new Open(Begun.of(draft), draft.owner(), typed, catalogue, List.copyOf(sections));
    }

    /** Saves it; the draft that they saw must be the one that is kept. */
    Open save(Open seen, Typed typed) throws StaleDraft {
        try {
            Begun draft = seen.draft();
            return opened(drafts.save(draft.id(), seen.owner(), draft.revision(), typed.json()));
        } catch (NoSuchDraft gone) {
            throw new NoSuchThing();
        }
    }

    List<Begun> of(Caller caller) {
        return drafts.of(caller.actor()).stream()
                .filter(draft -> caller.areas().has(draft.area()))
                .map(Begun::of)
                .toList();
    }

    void discard(Open open) {
        drafts.discard(open.draft().id(), open.owner());
    }
}
