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

    /**
     * A decision, and whom it is about.
     *
     * @param waits whether somebody is still to countersign it
     */
    record Decision(String id, String area, String reference, boolean waits) {}

    /**
     * A version of the rules as it was seen last.
     *
     * @param changes what its approver has to have seen
     * @param downgrades what is still to be accepted
     */
    record Version(String hash, String state, List<String> changes, List<String> downgrades) {}

    /** Of which version it is, and whether it was done when it was seen last. */
    record Analysis(String id, String candidate, boolean done) {}

    private static final String WAITS = "\"status\":\"awaiting-countersignature\"";
    /** What is longer may have been cut off. */
    private static final int LONGEST_READ = 1_000_000;

    private static final int MOST_DOWNGRADES = 300;
    private static final int MOST_DECISIONS = 60;
    private static final int MOST_VERSIONS = 40;
    private static final int MOST_ANALYSES = 40;
    private static final int MOST_DRAFTS = 40;
    private static final Pattern DRAFT = Pattern.compile("\nlocation: [^\n]*/drafts/([0-9a-z]{10,80})\n");
    private static final Pattern DECISION = Pattern.compile("^\\{\"decisionId\":\"([0-9A-Za-z-]{1,80})\".{0,400}?"
            + "\"youngPerson\":\\{\"reference\":\"([^\"]{1,80})\",\"area\":\"([a-z-]{1,40})\"");
    private static final Pattern ANALYSIS = Pattern.compile(
            "^\\{\"id\":\"([0-9A-Za-z-]{1,80})\",\"state\":\"([a-z-]{1,40})\",\"candidate\":\"([0-9A-Za-z:]{1,80})\"");
    private static final Pattern CHECKPOINT = Pattern.compile("^[^\n{<]{1,200}\n([0-9]{1,15})\n");

    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final List<Analysis> analyses = new ArrayList<>();
    private final List<String> drafts = new ArrayList<>(List.of("none"));
    private final String first;
    private long size = 1;

    /** @param hash the version in force */
    FuzzedKnown(String hash) {
        first = hash;
        versions.put(hash, new Version(hash, "active", List.of(), List.of()));
        decisions.add(new Decision("01ARZ3NDEKTSV4RRFFQ69G5FAV", "sefton", "FZ-0", false));
        analyses.add(new Analysis("none", hash, false));
    }

    /** Looks for something of that kind in an answer. */
    void learn(String body) {
        if (body.startsWith("{\"decisionId\":\"")) {
            Matcher decision = DECISION.matcher(body);
            if (decision.find()) {
                keep(new Decision(decision.group(1), decision.group(3), decision.group(2), body.contains(WAITS)));
            }
        } else if (body.startsWith("{\"id\":")) {
            Matcher analysis = ANALYSIS.matcher(body);
            if (analysis.find()) {
                keep(new Analysis(
                        analysis.group(1), analysis.group(3), analysis.group(2).equals("done")));
            }
        } else if (body.startsWith("{\"first\":") && body.length() < LONGEST_READ) {
            keep(version(JsonMapper.shared().readTree(body)));
        } else {
            Matcher checkpoint = CHECKPOINT.matcher(body);
            if (checkpoint.find()) {
                keep(Long.parseLong(checkpoint.group(1)));
            }
        }
    }

    /** Where a page sent somebody on to; a form that was begun is there. The head is in small letters. */
    void learnFrom(String head) {
        Matcher draft = DRAFT.matcher(head);
        if (draft.find()) {
            keep(draft.group(1));
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
        decisions.removeIf(one -> one.id().equals(decision.id()));
        decisions.add(decision);
        if (decisions.size() > MOST_DECISIONS) {
            decisions.remove(0);
        }
    }

    private synchronized void keep(String draft) {
        drafts.add(draft);
        if (drafts.size() > MOST_DRAFTS) {
            drafts.remove(0);
        }
    }

    private synchronized void keep(Analysis analysis) {
        analyses.removeIf(one -> one.id().equals(analysis.id()));
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
        return any(decisions, random);
    }

    /** One that waits for somebody to countersign it, if there is any. */
    synchronized Decision waiting(Random random) {
        return mostly(decisions.stream().filter(Decision::waits).toList(), decisions, random);
    }

    synchronized String draft(Random random) {
        return any(drafts, random);
    }

    synchronized Analysis analysis(Random random) {
        return any(analyses, random);
    }

    /** One that is done, of a draft, if there is any. */
    synchronized Analysis done(Random random) {
        List<Analysis> fit = analyses.stream()
                .filter(one -> one.done()
                        && versions.containsKey(one.candidate())
                        && versions.get(one.candidate()).state().equals("draft"))
                .toList();
        return mostly(fit, analyses, random);
    }

    /** One in one of these states, if there is any. */
    synchronized Version version(Random random, String... states) {
        List<String> wanted = List.of(states);
        List<Version> all = List.copyOf(versions.values());
        return mostly(all.stream().filter(one -> wanted.contains(one.state())).toList(), all, random);
    }

    /** A submitted one of which something is still to be accepted, or nothing. */
    synchronized Version submitted(Random random, boolean accepted) {
        List<Version> fit = versions.values().stream()
                .filter(one ->
                        one.state().equals("submitted") && one.downgrades().isEmpty() == accepted)
                .toList();
        return fit.isEmpty() ? version(random, "submitted") : mostly(fit, fit, random);
    }

    private static <T> T mostly(List<T> fit, List<T> all, Random random) {
        return any(fit.isEmpty() || random.nextInt(8) == 0 ? all : fit, random);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Of the newest checkpoint. */
    synchronized long size() {
        return size;
    }

    String first() {
        return first;
    }
}
