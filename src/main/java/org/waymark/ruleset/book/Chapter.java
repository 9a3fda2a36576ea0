package org.waymark.ruleset.book;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Conclusions;

/** The chapters of rules, in the order of the book: a rule that fits two stands in the first. */
enum Chapter {
    SAFEGUARDING(Pathway.SAFEGUARDING, given -> given.gives(Pathway.SAFEGUARDING)),
    MACE(Pathway.MACE, given -> given.gives(Pathway.MACE)),
    EARLY_HELP(Pathway.EARLY_HELP, given -> given.gives(Pathway.EARLY_HELP)),
    ENFORCEMENT(Pathway.ENFORCEMENT, given -> given.gives(Pathway.ENFORCEMENT)),
    SERVICES(null, given -> !given.services().isEmpty()),
    ACTIONS(null, given -> !given.actions().isEmpty()),
    BLOCKS(null, given -> !given.blocks().isEmpty() || !given.flags().isEmpty());

    private final @Nullable Pathway pathway;
    private final Predicate<Conclusions> gives;

    Chapter(@Nullable Pathway pathway, Predicate<Conclusions> gives) {
        this.pathway = pathway;
        this.gives = gives;
    }

    /** The pathway that it is about, if it is about one. */
    @Nullable
    Pathway pathway() {
        return pathway;
    }

    /** How many lines of a rule give what the chapter is about. */
    long lines(Family family) {
        return family.lines().stream()
                .filter(line -> gives.test(line.conclusions()))
                .count();
    }
}
