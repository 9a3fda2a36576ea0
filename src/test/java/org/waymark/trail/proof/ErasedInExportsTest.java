package org.waymark.trail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is gone is covered by an entry that records its erasing, or somebody took the key away. */
class ErasedInExportsTest {

    @TempDir
    static Path folder;

    private static RecordedLog log;

    @BeforeAll
    static void record() throws Exception {
        log = RecordedLog.of(300, 60, folder);
    }

    private static List<LineFault> faults(Exported file) {
        return file.ended(RecordedLog.KEY).verified(RecordedLog.known()).faults();
    }

    private static Exported without(Exported file, int line) {
        return file.with(line, json -> {
            json.remove("key");
            json.remove("content");
        });
    }

    @Test
    void whatIsErasedIsVerifiedWithTheEntryThatRecordsIt() {
        for (Exported file : List.of(log.whole(), log.erasedPerson(), log.partlyErased())) {
            assertThat(faults(file)).isEmpty();
            Report report = file.verified(RecordedLog.known());
            assertThat(report.counts().erased()).isPositive();
            assertThat(report.checked()).anyMatch(one -> one.contains("the records of erasing: the log has one"));
        }
    }

    @Test
    void aKeyThatIsTakenFromAnyEntryIsMissed() {
        int tried = 0;
        for (Exported file : List.of(log.whole(), log.onePerson(), log.capsule(), log.partlyErased())) {
            for (int line : file.where("entry")) {
                if (file.json(line).has("key") && (file.lines().size() < 50 || line % 7 == 0)) {
                    String id = file.json(line).at("/entry/id").asString();
                    assertThat(faults(without(file, line))).anySatisfy(fault -> {
                        assertThat(fault.entry()).isEqualTo(id);
                        assertThat(fault.field()).isEqualTo("key");
                        assertThat(fault.message()).contains("no entry behind it in the file records");
                    });
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    @Test
    void theEntryThatRecordsAnErasingCannotBeLeftOut() {
        Exported capsule = log.partlyErased();
        int erasing = line(capsule, "\"kind\":\"erased\"");
        assertThat(faults(capsule.changed(all -> all.remove(erasing))))
                .extracting(LineFault::field)
                .containsExactly("key");
        Exported person = log.erasedPerson();
        int last = line(person, "\"kind\":\"erased\"");
        assertThat(faults(person.changed(all -> all.remove(last)))).isNotEmpty();
    }

    @Test
    void anErasingOfSomethingElseHasNoPlaceInACapsuleAndCoversNothingInIt() {
        Exported capsule = log.capsule();
        String other = log.erasedPerson().lines().get(line(log.erasedPerson(), "\"kind\":\"erased\""));
        int end = capsule.lines().size() - 1;

        assertThat(faults(capsule.changed(all -> all.add(end, other))))
                .extracting(LineFault::message)
                .contains("the decision of this file does not rest on this entry");
        int first = capsule.where("entry").get(0);
        assertThat(faults(without(capsule, first).changed(all -> all.add(end, other))))
                .extracting(LineFault::field)
                .contains("key", "entry");
    }

    private static int line(Exported file, String with) {
        return Stream.iterate(0, i -> i + 1)
                .limit(file.lines().size())
                .filter(i -> file.lines().get(i).contains(with))
                .findFirst()
                .orElseThrow();
    }
}
