package org.waymark.casework.nightly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.assessment.Json;
import tools.jackson.databind.JsonNode;

/**
 * What came of one run. Nobody is named in it, and nothing of what was decided.
 *
 * @param logSize how many entries the log had, of which the sample was drawn
 * @param sample how many decisions were wanted
 * @param replayed how many were made again
 * @param same how many of them came out the same, byte for byte
 * @param different those that did not; they are tried first in the next run, until they come out the same
 * @param impossible how many could not be made again, by why
 */
public record ReplayReport(
        Instant startedAt,
        Instant finishedAt,
        long logSize,
        int sample,
        int replayed,
        int same,
        List<Differing> different,
        SortedMap<String, Integer> impossible) {

    public ReplayReport {
        different = List.copyOf(different);
        impossible = new TreeMap<>(impossible);
    }

    /**
     * A decision that came out otherwise than it is recorded.
     *
     * @param pointers where, the first few
     */
    public record Differing(String decisionId, List<String> pointers) {

        public Differing {
            pointers = List.copyOf(pointers);
        }
    }

    /** How many could not be made again. */
    public int impossibleInAll() {
        return impossible.values().stream().mapToInt(Integer::intValue).sum();
    }

    static ReplayReport read(String json) {
        JsonNode report = Json.read(json);
        List<Differing> different = new ArrayList<>();
        report.path("different")
                .forEach(one -> different.add(new Differing(
                        one.path("decisionId").asString(),
                        one.path("pointers")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())));
        SortedMap<String, Integer> impossible = new TreeMap<>();
        report.path("impossible")
                .properties()
                .forEach(one -> impossible.put(one.getKey(), one.getValue().asInt()));
        return new ReplayReport(
                Instant.parse(report.path("startedAt").asString()),
                Instant.parse(report.path("finishedAt").asString()),
                report.path("logSize").asLong(),
                report.path("sample").asInt(),
                report.path("replayed").asInt(),
                report.path("same").asInt(),
                different,
                impossible);
    }
}
