package org.waymark.screening.pathway;

import java.util.Set;
import org.waymark.assessment.Coded;

/** Where a young person is referred, in the order in which one leads the others. */
public enum Pathway implements Coded {
    SAFEGUARDING,
    /** Multi-agency child exploitation. */
    MACE,
    EARLY_HELP,
    /** Considered beside a welfare plan, never alone under 18. */
    ENFORCEMENT;

    /** The pathways that look after the child. */
    public static final Set<Pathway> WELFARE = Set.of(SAFEGUARDING, MACE, EARLY_HELP);
}
