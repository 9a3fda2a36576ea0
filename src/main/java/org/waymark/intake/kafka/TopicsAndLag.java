package org.waymark.intake.kafka;

import org.springframework.kafka.core.KafkaAdmin;

/** Has the topics made at the first look at which the broker answers, and counts what waits at every one. */
final class TopicsAndLag implements StreamWatch.Look {

    private final KafkaAdmin topics;
    private final Lag lag;
    private boolean toBeMade;

    TopicsAndLag(KafkaAdmin topics, boolean make, Lag lag) {
        this.topics = topics;
        this.lag = lag;
        this.toBeMade = make;
    }

    @Override
    public long take() throws Exception {
        if (toBeMade) {
            topics.initialize();
            toBeMade = false;
        }
        return lag.look();
    }
}
