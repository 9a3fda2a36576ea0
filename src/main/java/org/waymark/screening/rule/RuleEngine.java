package org.waymark.screening.rule;

import java.util.Collection;
import java.util.List;
import org.waymark.screening.fact.Fact;

/** Whatever matches facts with the rules of one rule set. Safe for many threads; each screening opens its own round. */
public interface RuleEngine {

    /** Begins one screening. */
    Round open();

    /** Lets go of what the engine holds. Screenings under way finish; none may begin. */
    default void close() {
        // Most hold nothing.
    }

    /** One screening's facts and firings. Belongs to one thread. */
    interface Round extends AutoCloseable {

        /** Makes facts known to the rules. */
        void tell(Collection<? extends Fact> facts);

        /**
         * Lets the rules of one stage fire on what is known, and returns what fired, in no particular order.
         *
         * @throws IllegalStateException where more fires than any sane rule set would
         */
        List<Firing> fire(Stage stage);

        @Override
        void close();
    }
}
