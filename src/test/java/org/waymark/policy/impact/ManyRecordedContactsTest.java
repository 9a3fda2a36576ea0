package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.policy.TwoVersions;
import org.waymark.ruleset.RuleFiles;
import org.waymark.screening.Pass;
import org.waymark.screening.Screener;
import tools.jackson.databind.JsonNode;

/**
 * A great archive, analysed: the totals are those of somebody who takes one contact after the other and counts. 2,000
 * contacts in every build, 100,000 in the long runs.
 */
class ManyRecordedContactsTest {

    private static final int CONTACTS = Integer.getInteger("waymark.recordedContacts", 2_000);

    /** About what the decision on a contact with a few findings takes. */
    private static final int DECISION_SIZE = 8_000;

    @TempDir
    private Path folder;

    /** Counts with nothing but the rules and a contact's own history. */
    private static final class OneByOne {
        private final Screener before;
        private final Screener after;
        private final Map<String, long[]> fired = new TreeMap<>();
        private final Map<Direction, Long> directions = new TreeMap<>();
        private long contacts;

        OneByOne(RuleFiles first, RuleFiles second) {
            before = new Screener(RecordedArchive.checked(first).asked());
            after = new Screener(RecordedArchive.checked(second).asked());
        }

        void count(Assessment one, List<Assessment> earlier) {
            Pass was = before.pass(one, earlier);
            Pass is = after.pass(one, earlier);
            contacts++;
            count(was, 0);
            count(is, 1);
            Direction direction = Direction.between(
                    Result.of(was, before.ruleSet().manifest()),
                    Result.of(is, after.ruleSet().manifest()));
            directions.merge(direction, 1L, Long::sum);
        }

        private void count(Pass pass, int side) {
            pass.firings().stream()
                    .map(firing -> firing.rule().id())
                    .distinct()
                    .forEach(line -> fired.computeIfAbsent(line, none -> new long[2])[side]++);
        }
    }

    @Test
    void theTotalsAreThoseOfACountOneByOne() throws Exception {
        TwoVersions versions = TwoVersions.real();
        try (RecordedArchive archive = new RecordedArchive(folder, versions.first(), versions.second())) {
            int people = archive.record(CONTACTS, DECISION_SIZE);
            ImpactAnalyses analyses = archive.analyses();
            JsonNode report = Json.read(RecordedArchive.report(analyses, archive.start(analyses)));
            analyses.close();
            OneByOne counted = counted(archive, people);

            assertThat(counted.contacts).isEqualTo(CONTACTS);
            assertThat(total(report, "contacts")).isEqualTo(CONTACTS);
            assertThat(total(report, "youngPeople")).isEqualTo(people);
            assertThat(counted.directions).containsKey(Direction.LOWER);
            for (Direction direction : Direction.values()) {
                assertThat(total(report, direction.code()))
                        .as(direction.code())
                        .isEqualTo(counted.directions.getOrDefault(direction, 0L));
            }
            for (JsonNode rule : report.path("rules")) {
                long[] expected = counted.fired.getOrDefault(rule.path("rule").asString(), new long[2]);
                assertThat(List.of(
                                rule.path("before").asLong(), rule.path("after").asLong()))
                        .as(rule.path("rule").asString())
                        .isEqualTo(List.of(expected[0], expected[1]));
            }
        }
    }

    private static long total(JsonNode report, String of) {
        return report.path("totals").path(of).asLong();
    }

    private static OneByOne counted(RecordedArchive archive, int people) throws Exception {
        OneByOne counted = new OneByOne(archive.first, archive.second);
        AssessmentReader reader =
                new AssessmentReader(RecordedArchive.checked(archive.first).catalogue());
        ManyContacts contacts = archive.contacts();
        int left = CONTACTS;
        for (int person = 0; person < people; person++) {
            List<Assessment> earlier = new ArrayList<>();
            for (String json : contacts.aboutOne("YP-" + person)) {
                if (left-- > 0) {
                    Assessment one = reader.read(json.getBytes(StandardCharsets.UTF_8), Instant.MAX)
                            .assessment();
                    counted.count(one, earlier);
                    earlier.add(one);
                }
            }
        }
        return counted;
    }
}
