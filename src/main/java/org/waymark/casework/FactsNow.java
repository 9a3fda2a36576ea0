package org.waymark.casework;

import java.util.ArrayList;
import java.util.List;
import org.waymark.access.Areas;
import org.waymark.access.Sharing;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Catalogue;
import org.waymark.casework.CannotReplay.Why;
import org.waymark.ruleset.RuleSetInForce.Ready;

/**
 * What is known now of a recorded contact: as it was put right since, with all that is recorded by now of what was
 * earlier than it, less what was withdrawn.
 */
final class FactsNow {

    private final People people;
    private final Areas areas;
    private final Sharing sharing;

    /**
     * @param areas those of whoever asks
     * @param sharing who may join what another area knows
     */
    FactsNow(People people, Areas areas, Sharing sharing) {
        this.people = people;
        this.areas = areas;
        this.sharing = sharing;
    }

    /**
     * The facts, read by the rules in force: they know every factor that anybody spoke of. Rules of then are not told of
     * factors that they do not know.
     */
    Facts of(RecordedDecision decision, Ready inForce) {
        return rules -> {
            Catalogue known = rules.ruleSet().catalogue();
            List<Assessment> said = new ArrayList<>();
            Assessment own = null;
            for (Contribution one : standing(decision, inForce)) {
                Assessment assessment = knownTo(known, one.assessment());
                said.add(assessment);
                own = one.first().id().equals(decision.entry().id()) ? assessment : own;
            }
            if (own == null) {
                throw new CannotReplay(
                        Why.WITHDRAWN,
                        "the contact was withdrawn since: by what is known now it says nothing of this young person");
            }
            return Facts.Known.of(own, said);
        };
    }

    private List<Contribution> standing(RecordedDecision decision, Ready inForce) throws CannotReplay {
        Assessment recorded = decision.input(inForce.reader());
        try {
            Contacts contacts = Contacts.about(
                    recorded,
                    people,
                    inForce.reader(),
                    new Joining(recorded.youngPerson().area(), areas, sharing));
            if (!contacts.apart().isEmpty()) {
                throw new CannotReplay(
                        Why.NOT_SHARED,
                        "a part of what is known now was recorded in another area, and may not be joined for you");
            }
            return contacts.standing();
        } catch (IllegalStateException unreadable) {
            throw RecordedDecision.notRead(unreadable);
        }
    }

    private static Assessment knownTo(Catalogue catalogue, Assessment assessment) {
        return assessment.observing(assessment.observations().stream()
                .filter(one -> catalogue.factor(one.factor()).isPresent())
                .toList());
    }
}
