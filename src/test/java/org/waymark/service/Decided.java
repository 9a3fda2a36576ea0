package org.waymark.service;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came out of the service on its two topics, as those who listen there tell it apart. */
final class Decided implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HeardTopic decisions;
    private final HeardTopic rejected;

    /** The ids of the events about each assessment: one, however often it is told. */
    private final Map<String, Set<String>> events = new HashMap<>();

    private final Set<String> places = new HashSet<>();
    private int decisionsRead;
    private int rejectedRead;

    Decided(String bootstrapServers) {
        decisions = new HeardTopic(bootstrapServers, "waymark.decisions");
        rejected = new HeardTopic(bootstrapServers, "waymark.assessments.rejected");
    }

    /** Hears what came since, and says how much that was. */
    int listen() {
        int before = decisionsRead + rejectedRead;
        List<ConsumerRecord<byte[], byte[]>> told = decisions.all();
        for (; decisionsRead < told.size(); decisionsRead++) {
            JsonNode event = JSON.readTree(told.get(decisionsRead).value());
            String id =
                    event.path("data").path("assessment").path("assessmentId").asString();
            events.computeIfAbsent(id, none -> new HashSet<>())
                    .add(event.path("id").asString());
        }
        List<ConsumerRecord<byte[], byte[]>> refused = rejected.all();
        for (; rejectedRead < refused.size(); rejectedRead++) {
            ConsumerRecord<byte[], byte[]> one = refused.get(rejectedRead);
            places.add(header(one, "waymark-partition") + "/" + header(one, "waymark-offset"));
        }
        return decisionsRead + rejectedRead - before;
    }

    private static String header(ConsumerRecord<byte[], byte[]> one, String name) {
        Header header = one.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The events by the id of the assessment. */
    Map<String, Set<String>> events() {
        return events;
    }

    /** Partition and offset of all that was rejected. */
    Set<String> places() {
        return places;
    }

    /** Events, repeats too. */
    int told() {
        return decisionsRead;
    }

    /** Rejections, repeats too. */
    int refused() {
        return rejectedRead;
    }

    @Override
    public void close() {
        decisions.close();
        rejected.close();
    }
}
