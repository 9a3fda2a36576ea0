package org.waymark.policy.impact;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pieces done by whichever process is free, this one among them, and looks in the store for what they found. A
 * piece that cannot be sent, or of which nothing is heard for long, is done here: an analysis ends where one node
 * serves, whatever became of the others and of the post.
 */
final class WorkersElsewhere implements Workers {

    private static final Logger LOG = LoggerFactory.getLogger(WorkersElsewhere.class);

    /** After so long a piece is taken for lost: many times what it takes, and a rebalance besides. */
    static final Duration OVERDUE = Duration.ofMinutes(3);

    /** For so long nothing more is sent, once something could not be. */
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    /** Enough that a dozen nodes have something to do while one waits for its first. */
    private static final int AHEAD = 48;

    private final Post post;
    private final Findings findings;
    private final Workers here;
    private final Duration overdue;
    private volatile Optional<Long> failedAt = Optional.empty();

    /**
     * @param overdue how long to wait for a piece before it is done here
     */
    WorkersElsewhere(Post post, Findings findings, Workers here, Duration overdue) {
        this.post = post;
        this.findings = findings;
        this.here = here;
        this.overdue = overdue;
    }

    @Override
    public int ahead() {
        return AHEAD;
    }

    @Override
    public Work hand(Piece piece) {
        boolean quiet =
                failedAt.filter(at -> System.nanoTime() - at < QUIET_NANOS).isPresent();
        return quiet ? here.hand(piece) : new Sent(piece, sent(piece));
    }

    private CompletableFuture<?> sent(Piece piece) {
        return post.send(piece).whenComplete((sent, failed) -> {
            if (failed != null) {
                LOG.warn("A piece of an analysis could not be sent, and is done here: {}", piece.id(), failed);
                failedAt = Optional.of(System.nanoTime());
            }
        });
    }

    private final class Sent implements Work {

        private final Piece piece;
        private final CompletableFuture<?> sent;
        private Optional<Work> here = Optional.empty();
        private Optional<Long> askedFirst = Optional.empty();

        Sent(Piece piece, CompletableFuture<?> sent) {
            this.piece = piece;
            this.sent = sent;
        }

        @Override
        public boolean isDone(long millis) throws InterruptedException {
            if (here.isPresent()) {
                return here.get().isDone(millis);
            }
            if (findings.isKept(piece)) {
                return true;
            }
            if (isLost()) {
                here = Optional.of(WorkersElsewhere.this.here.hand(piece));
            } else {
                Thread.sleep(millis);
            }
            return false;
        }

        private boolean isLost() {
            long now = System.nanoTime();
            long since = askedFirst.orElse(now);
            askedFirst = Optional.of(since);
            if (sent.isCompletedExceptionally()) {
                return true;
            }
            if (now - since > overdue.toNanos()) {
                LOG.warn("Nothing was heard of a piece of an analysis, and it is done here: {}", piece.id());
                return true;
            }
            return false;
        }
    }

    @Override
    public void close() {
        here.close();
    }
}
