package org.waymark.casework.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.screening.Circumstances;
import org.waymark.screening.fact.Yes;
import org.waymark.screening.pathway.Pathway;

/**
 * What no result may break, a person's no more than the rules' (contract, section 2, "always").
 *
 * @param circumstances what is known of the young person's age, and each yes that says that somebody may be hurt now
 * @param nrmReferral whether the decision asks for a referral to the National Referral Mechanism
 */
public record Promises(Circumstances circumstances, boolean nrmReferral) {

    /** Every promise that a result would break, each with the rule that keeps it and why; none where it may stand. */
    public List<String> brokenBy(Result chosen) {
        List<String> broken = new ArrayList<>();
        if (chosen.has(Pathway.ENFORCEMENT)) {
            broken.addAll(brokenByEnforcement(chosen));
        }
        if (nrmReferral && !chosen.has(Pathway.SAFEGUARDING)) {
            broken.add("GD-11: the decision asks for `nrm-referral`, and that never stands without `safeguarding`: keep"
                    + " `safeguarding` among the pathways");
        }
        List<Yes> harm = circumstances.immediateHarm();
        if (!harm.isEmpty() && chosen.pathways().isEmpty()) {
            broken.add("GD-10: " + factors(harm) + " is yes, a sign of immediate harm, and then a result is never"
                    + " `universal`: choose a pathway, or have a manager correct what was recorded");
        }
        return broken;
    }

    private List<String> brokenByEnforcement(Result chosen) {
        List<String> broken = new ArrayList<>();
        if (!circumstances.ageKnown()) {
            broken.add("EN-02: the age is not known, and `enforcement` needs a known age: leave it out");
        } else if (circumstances.under10()) {
            broken.add("EN-02: the child is under 10, the age of criminal responsibility, and there is no"
                    + " `enforcement` then: leave it out");
        }
        boolean alone = chosen.pathways().size() == 1;
        if (alone && !circumstances.adult()) {
            broken.add("EN-01: `enforcement` is never the only pathway under 18, nor where the age is unknown: add the"
                    + " pathway that looks after the child");
        }
        return broken;
    }

    private static String factors(List<Yes> harm) {
        return harm.stream().map(yes -> "`" + yes.factor() + "`").collect(Collectors.joining(", "));
    }
}
