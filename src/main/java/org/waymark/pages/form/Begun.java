package org.waymark.pages.form;

import java.time.Instant;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.draft.FormDraft;

/**
 * A form that somebody has begun.
 *
 * @param revision says which state of it they saw
 */
record Begun(String id, PersonKey about, Instant changedAt, long revision) {

    static Begun of(FormDraft draft) {
        String reference = Typed.of(draft.content()).get(Drafts.REFERENCE);
        return new Begun(draft.id(), new PersonKey(draft.area(), reference), draft.changedAt(), draft.revision());
    }
}
