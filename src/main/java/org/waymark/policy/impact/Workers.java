package org.waymark.policy.impact;

/** Whoever does the pieces of analyses: threads of this process, or many processes. */
interface Workers extends AutoCloseable {

    /** A piece that was handed out. */
    interface Work {

        /** What was found already. */
        Work DONE = millis -> true;

        /**
         * Waits for it, for so long at most.
         *
         * @return whether what was found on it is kept
         * @throws IllegalStateException where it cannot be done
         */
        boolean isDone(long millis) throws InterruptedException;
    }

    /** How many pieces to hand out before the first of them is done: what waits stays small. */
    int ahead();

    /** Hands a piece out. One that was done already is done again at no harm. */
    Work hand(Piece piece);

    @Override
    void close();
}
