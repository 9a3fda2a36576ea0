package org.waymark.intake.kafka;

import org.waymark.assessment.Coded;

/** Why nothing is taken from the stream for now. The code is what figures and health show. */
enum PauseReason implements Coded {
    STORE_UNAVAILABLE("what is decided cannot be recorded"),
    NO_RULE_SET("no rule set is in force"),
    REJECTED_TOPIC("what is refused cannot be written to " + Topics.REJECTED),
    FAULT("the service failed");

    private final String words;

    PauseReason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
