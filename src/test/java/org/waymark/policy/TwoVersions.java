package org.waymark.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.SmallRules;
import org.waymark.screening.Screener;

/**
 * Two versions that differ in one threshold, with contacts on which they differ and one on which they do not.
 *
 * @param contacts documents with {@code NUMBER} where their own number stands
 */
public record TwoVersions(RuleFiles first, RuleFiles second, List<String> contacts) {

    /** Where a contact's own number stands in its document and in what comes out. */
    static final String NUMBER = "NUMBER";

    private static final String CONTACT = """
            {"assessmentId": "NUMBER", "sourceSystem": "test", "assessedAt": "2026-03-11T10:00:00Z",
             "youngPerson": {"reference": "YP-NUMBER", "ageYears": 14, "area": "sefton"},
             "observations": [%s]}
            """;

    /** Three times, the first of them 29 days ago: within 30 days, and not within 28. */
    private static final String AT_THE_LIMIT = """
            {"factor": "going-missing", "answer": "yes", "dates": ["2026-02-10", "2026-02-25", "2026-03-06"]}""";

    private static final String A_DEBT = "{\"factor\": \"debt-bondage\", \"answer\": \"yes\"}";

    private static final List<String> CONTACTS = List.of(
            CONTACT.formatted(AT_THE_LIMIT), CONTACT.formatted(A_DEBT), CONTACT.formatted(AT_THE_LIMIT + "," + A_DEBT));

    private static final int LINES = 40;
    private static final int FIRST_NUMBER = 10;
    private static final int APART = 100;

    private static final String MANIFEST = "manifest.yaml";
    private static final String TABLE = "thresholds.drl.csv";
    private static final String SCENARIOS = RuleFiles.SCENARIOS + "thresholds.yaml";

    /** Of some lines: so many that the classes of a version stand out against what else a JVM loads. */
    static TwoVersions small() {
        SmallRules second = lines(28).with(MANIFEST, SmallRules.manifest("test.2"));
        return new TwoVersions(lines(30).files(), second.files(), CONTACTS);
    }

    private static SmallRules lines(int days) {
        String when = "Happened( factor == \"going-missing\", withinDays == %d, times >= 3 )";
        return SmallRules.of(IntStream.range(0, LINES)
                .mapToObj(line -> SmallRules.line(
                        "SG-" + (FIRST_NUMBER + line),
                        when.formatted(days + line * APART),
                        ".to(SAFEGUARDING, SAME_DAY)"))
                .toArray(String[]::new));
    }

    /** The repository's, and the same with one figure of a table changed and the tests of it with it. */
    public static TwoVersions real() {
        RuleFiles first = RuleFiles.in(CheckedRulesOfThisRepository.FOLDER);
        Map<String, byte[]> files = new TreeMap<>(first.all());
        change(files, MANIFEST, "name: \"2026.1\"", "name: \"2026.1 with 28 days\"");
        change(files, TABLE, "\"going-missing\",30,3", "\"going-missing\",28,3");
        change(files, SCENARIOS, "daysAgo: [1, 15, 30]}", "daysAgo: [1, 15, 28]}");
        return new TwoVersions(first, RuleFiles.of(files), CONTACTS);
    }

    private static void change(Map<String, byte[]> files, String name, String from, String to) {
        String before = new String(files.get(name), StandardCharsets.UTF_8);
        if (!before.contains(from)) {
            throw new AssertionError("`" + name + "` holds no `" + from + "` any more");
        }
        files.put(name, before.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    byte[] contact(int which, String number) {
        return contacts.get(which).replace(NUMBER, number).getBytes(StandardCharsets.UTF_8);
    }

    /** What each version gives for each contact, by hash: worked out beforehand, by its tree and with no other about. */
    Map<String, List<String>> outcomes() throws Exception {
        Map<String, List<String>> outcomes = new TreeMap<>();
        for (RuleFiles files : List.of(first, second)) {
            CheckedRules rules = CheckedRulesOfThisRepository.read(files);
            Screener alone = new Screener(rules.asked());
            AssessmentReader reader = new AssessmentReader(rules.catalogue());
            List<String> each = new ArrayList<>();
            for (int which = 0; which < contacts.size(); which++) {
                Assessment assessment =
                        reader.read(contact(which, NUMBER), Load.LATER).assessment();
                each.add(Json.write(alone.screen(assessment, List.of())));
            }
            outcomes.put(files.hash(), each);
        }
        return outcomes;
    }
}
