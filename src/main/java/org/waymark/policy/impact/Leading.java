package org.waymark.policy.impact;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import org.waymark.policy.impact.Workers.Work;

/**
 * One run of one analysis: pieces are handed out, a few ahead, and what is found on them is added up in their order. Of
 * a piece that is kept already nothing is asked again.
 */
final class Leading {

    private static final long LOOKED_EVERY_MILLIS = 50;

    /** Hears how far it is, again and again while it waits too, and may stop it. */
    @FunctionalInterface
    interface Watch {

        /**
         * @param done entries in the pieces that are added up
         * @return whether to go on
         */
        boolean goOn(long done);
    }

    private record Pending(Piece piece, Work work) {}

    private final Workers workers;
    private final Findings findings;
    private final Watch watch;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long done;

    Leading(Workers workers, Findings findings, Watch watch) {
        this.workers = workers;
        this.findings = findings;
        this.watch = watch;
    }

    /**
     * Adds up all pieces.
     *
     * @return false where it was stopped
     */
    boolean all(Iterator<Piece> pieces, Tally total) {
        while (pieces.hasNext() || !pending.isEmpty()) {
            while (pieces.hasNext() && pending.size() < workers.ahead()) {
                if (!watch.goOn(done)) {
                    return false;
                }
                pending.add(handed(pieces.next()));
            }
            if (!takeOne(total)) {
                return false;
            }
        }
        return true;
    }

    private Pending handed(Piece piece) {
        return new Pending(piece, findings.isKept(piece) ? Work.DONE : workers.hand(piece));
    }

    private boolean takeOne(Tally total) {
        Pending next = pending.remove();
        while (!isDone(next.work())) {
            if (!watch.goOn(done)) {
                return false;
            }
        }
        // Nothing is kept of a piece that was handed out where the analysis was ended meanwhile.
        if (!findings.addTo(total, next.piece())) {
            return false;
        }
        done += next.piece().entries();
        return watch.goOn(done);
    }

    private static boolean isDone(Work work) {
        try {
            return work.isDone(LOOKED_EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the analysis was interrupted", interrupted);
        }
    }
}
