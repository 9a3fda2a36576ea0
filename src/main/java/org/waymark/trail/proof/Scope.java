package org.waymark.trail.proof;

/** How much of a log an export holds. */
public sealed interface Scope {

    /** Every entry from the first to the newest checkpoint. */
    record WholeLog() implements Scope {

        @Override
        public String code() {
            return "log";
        }

        @Override
        public String of() {
            return "";
        }
    }

    /**
     * Every entry about one young person.
     *
     * @param person their pseudonym
     */
    record OnePerson(String person) implements Scope {

        @Override
        public String code() {
            return "person";
        }

        @Override
        public String of() {
            return person;
        }
    }

    /**
     * One decision and the entries that were its history.
     *
     * @param decision its id
     */
    record OneDecision(String decision) implements Scope {

        @Override
        public String code() {
            return "decision";
        }

        @Override
        public String of() {
            return decision;
        }
    }

    /** The word that stands for it in the first line. */
    String code();

    /** Whose, or which one; empty for the whole log. */
    String of();
}
