package org.waymark.screening.casefile;

import java.util.Set;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;

/** The factors of which a yes is never ended by a later no: only a manager's correction does that. */
public final class NeverEnded {

    /** Fixed here, so that no rule set can loosen it. What a group holds is data. */
    private static final Set<String> GROUPS = Set.of("exploitation", "exploitation-strong", "abuse", "immediate-harm");

    private NeverEnded() {}

    /** Whether a yes to this factor outlasts every later no. */
    public static boolean includes(Catalogue catalogue, Factor factor) {
        return factor.kind() != FactorKind.STATE
                || GROUPS.stream().anyMatch(group -> catalogue.group(group).contains(factor.id()));
    }
}
