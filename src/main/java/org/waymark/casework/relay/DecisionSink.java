package org.waymark.casework.relay;

import java.util.List;

/** Where events go. */
public interface DecisionSink {

    /**
     * Passes events on, and returns when each is kept where they go.
     *
     * @param events of different young people, so that their order among each other is free
     * @throws NotAcknowledged where that is not known of each; all are then sent again
     */
    void send(List<Event> events);

    /** Some event may not be kept where it went. */
    final class NotAcknowledged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param message says why, and nothing of what the event holds, or about whom it is */
        public NotAcknowledged(String message) {
            super(message);
        }
    }
}
