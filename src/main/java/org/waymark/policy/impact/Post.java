package org.waymark.policy.impact;

import java.util.concurrent.CompletableFuture;

/** Carries pieces to whichever process is free. Each arrives at least once, at {@link Rescreening#take}. */
@FunctionalInterface
public interface Post {

    /**
     * Sends a piece.
     *
     * @return done once it will arrive; failed where that is not certain
     */
    CompletableFuture<?> send(Piece piece);
}
