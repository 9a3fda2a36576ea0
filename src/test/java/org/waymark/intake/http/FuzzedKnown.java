package org.waymark.intake.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back, and so may be asked for again, by all callers at once. Only the newest is kept: nothing is asked for
 * without end, as what is recorded about one young person is read whole.
 */
final class FuzzedKnown {

    /** A decision, and whom it is about. */
    record Decision(String id, String area, String reference) {}

    /**
     * A version of the rules as it was seen last.
     *
     * @param changes what its approver has to have seen
     * @param downgrades what is still to be accepted
     */
    record Version(String hash, String state, List<String> changes, List<String> downgrades) {}

    /** Of which version it is. */
    record Analysis(String id, String candidate) {}

    private static final int MOST_DECISIONS = 60;
    private static final int MOST_VERSIONS = 40;
    private static final int MOST_ANALYSES = 40;
    private static final Pattern DECISION = Pattern.compile("^\\{\"decisionId\":\"([0-9A-Za-z-]{1,80})\".{0,400}?"
            + "\"youngPerson\":\\{\"reference\":\"([^\"]{1,80})\",\"area\":\"([a-z-]{1,40})\"");
    private static final Pattern ANALYSIS = Pattern.compile(
            "^\\{\"id\":\"([0-9A-Za-z-]{1,80})\",\"state\":\"[a-z-]+\",\"candidate\":\"([0-9A-Za-z:]{1,80})\"");
    private static final Pattern CHECKPOINT = Pattern.compile("^[^\n{<]{1,200}\n([0-9]{1,15})\n");

    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final List<Analysis> analyses = new ArrayList<>();
    private final String first;
    private long size = 1;

    /** @param hash the version in force */
    FuzzedKnown(String hash) {
        first = hash;
        versions.put(hash, new Version(hash, "active", List.of(), List.of()));
        decisions.add(new Decision("01ARZ3NDEKTSV4RRFFQ69G5FAV", "sefton", "FZ-0"));
        analyses.add(new Analysis("none", hash));
    }

    /** Looks for something of that kind in an answer. */
    void learn(String body) {
        if (body.startsWith("{\"decisionId\":\"")) {
            Matcher decision = DECISION.matcher(body);
            if (decision.find()) {
                keep(new Decision(decision.group(1), decision.group(3), decision.group(2)));
            }
        } else if (body.startsWith("{\"id\":")) {
            Matcher analysis = ANALYSIS.matcher(body);
            if (analysis.find()) {
                keep(new Analysis(analysis.group(1), analysis.group(2)));
            }
        } else if (body.startsWith("{\"first\":")) {
            keep(version(JsonMapper.shared().readTree(body)));
        } else {
            Matcher checkpoint = CHECKPOINT.matcher(body);
            if (checkpoint.find()) {
                keep(Long.parseLong(checkpoint.group(1)));
            }
        }
    }

    private static Version version(JsonNode shown) {
        return new Version(
                shown.path("hash").asString(),
                shown.path("state").asString(),
                shown.at("/first/changes").findValuesAsString("id"),
                shown.at("/first/downgrades")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private synchronized void keep(Decision decision) {
        decisions.removeIf(decision::equals);
        decisions.add(decision);
        if (decisions.size() > MOST_DECISIONS) {
            decisions.remove(0);
        }
    }

    private synchronized void keep(Analysis analysis) {
        analyses.removeIf(analysis::equals);
        analyses.add(analysis);
        if (analyses.size() > MOST_ANALYSES) {
            analyses.remove(0);
        }
    }

    private synchronized void keep(Version version) {
        versions.put(version.hash(), version);
        if (versions.size() > MOST_VERSIONS) {
            versions.keySet().stream()
                    .filter(hash -> !hash.equals(first))
                    .findFirst()
                    .ifPresent(versions::remove);
        }
    }

    private synchronized void keep(long entries) {
        size = Math.max(size, entries);
    }

    synchronized Decision decision(Random random) {
        return decisions.get(random.nextInt(decisions.size()));
    }

    synchronized Analysis analysis(Random random) {
        return analyses.get(random.nextInt(analyses.size()));
    }

    /** One in one of these states, if there is any; else any. */
    synchronized Version version(Random random, String... states) {
        List<String> wanted = List.of(states);
        List<Version> all = List.copyOf(versions.values());
        List<Version> fit =
                all.stream().filter(one -> wanted.contains(one.state())).toList();
        List<Version> choice = fit.isEmpty() || random.nextInt(8) == 0 ? all : fit;
        return choice.get(random.nextInt(choice.size()));
    }

    /** Of the newest checkpoint. */
    synchronized long size() {
        return size;
    }

    String first() {
        return first;
    }
}
