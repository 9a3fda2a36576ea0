package org.waymark.intake.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the stream is read. {@code application.properties} has a value for each, and says what it does.
 *
 * @param group of the consumers that share the partitions
 * @param concurrency how many consumers this instance has
 * @param threads how many assessments this instance works on at once
 * @param batchSize how many records a consumer takes at a time, at most
 * @param longestBatch after this time no more of a batch is begun
 * @param longestPause between two tries, at most
 * @param watchEvery how often the broker is looked at
 * @param createTopics whether topics that are not there are made
 * @param partitions of a topic that is made
 * @param replicas of a topic that is made, -1 for what the broker makes by itself
 * @param assessmentsRetention how long assessments stay on the topic
 * @param rejectedRetention how long what is refused stays on the topic
 */
@ConfigurationProperties("waymark.kafka")
record KafkaInSettings(
        String group,
        int concurrency,
        int threads,
        int batchSize,
        Duration longestBatch,
        Duration longestPause,
        Duration watchEvery,
        boolean createTopics,
        int partitions,
        int replicas,
        Duration assessmentsRetention,
        Duration rejectedRetention) {}
