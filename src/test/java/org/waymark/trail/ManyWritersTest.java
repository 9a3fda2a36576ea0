package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.trail.Drafts.person;
import static org.waymark.trail.Drafts.screened;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.store.Store;
import org.waymark.trail.Appended.Already;
import org.waymark.trail.Appended.Recorded;

@ParameterizedClass
@MethodSource("org.waymark.trail.TrailStores#available")
class ManyWritersTest {

    private static final int WRITERS = 64;
    private static final int EACH = 2;

    @Parameter
    TrailStores kind;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final Person chris = person("LCS-55512");
    private Store store;
    private Trail trail;

    @BeforeEach
    void open() throws Exception {
        store = kind.open(folder);
        trail = Trails.in(store.database());
    }

    @AfterEach
    void discard() {
        threads.shutdownNow();
        kind.discard(store, folder);
    }

    @Test
    void entriesAboutOnePersonStandInOneLineWithoutGapOrRepeat() throws Exception {
        inAllThreads(writer -> {
            for (int i = 0; i < EACH; i++) {
                appendAtTheEnd(screened("MASH-" + writer + "-" + i));
            }
            return writer;
        });
        List<Entry> entries = trail.of(chris);
        assertThat(entries)
                .extracting(Entry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
        assertThat(entries).extracting(Entry::submission).doesNotHaveDuplicates();
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(trail.bySubmission(entry.submission())).contains(entry));
    }

    @Test
    void ofManyWhoRecordTheSameSubmissionOneDoesAndTheOthersAreToldWhat() throws Exception {
        List<Appended> answers = inAllThreads(writer -> appendAtTheEnd(screened("MASH-1")));
        Entry only = trail.of(chris).get(0);
        assertThat(trail.of(chris)).hasSize(1);
        assertThat(answers.stream().filter(Recorded.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Already.class::isInstance))
                .hasSize(WRITERS - 1)
                .allMatch(new Already(only)::equals);
    }

    private Appended appendAtTheEnd(Draft draft) {
        while (true) {
            Appended answer = trail.append(chris, trail.of(chris).size() + 1, draft);
            if (!(answer instanceof Appended.Behind)) {
                return answer;
            }
        }
    }

    private interface Work<T> {
        T of(int writer);
    }

    private <T> List<T> inAllThreads(Work<T> work) throws Exception {
        List<Callable<T>> calls = IntStream.range(0, WRITERS)
                .<Callable<T>>mapToObj(writer -> () -> work.of(writer))
                .toList();
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
