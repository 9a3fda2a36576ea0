package org.waymark.casework.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waymark.access.Caller;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/** No more lines are taken than may be under way, and nothing is left behind when nobody hears the answers. */
class WindowTest {

    private final InOrder workers = new InOrder("window-test", 2, 4);

    @AfterEach
    void end() {
        workers.close();
    }

    /** Lines that are refused already, so that the window is all that is tried. */
    private static final class Refused implements LineSource {

        private final long most;
        private final AtomicLong taken = new AtomicLong();

        Refused(long most) {
            this.most = most;
        }

        @Override
        public Optional<Line> next() {
            long number = taken.incrementAndGet();
            return number > most
                    ? Optional.empty()
                    : Optional.of(Line.refused(number, Problem.of(ProblemKind.TOO_LARGE, "for this test")));
        }

        @Override
        public long nextNumber() {
            return taken.get() + 1;
        }
    }

    private BulkRun run(LineSink sink) {
        return new BulkRun(
                new Submissions(null), workers, new Accounts(), Caller.everywhere("tester"), sink, () -> false);
    }

    @Test
    void no_line_is_taken_beyond_the_window_before_one_is_answered() throws Exception {
        Refused source = new Refused(10_000);
        List<Long> ahead = new ArrayList<>();
        Ending ending = run(new LineSink() {
                    @Override
                    public void answer(LineAnswer answer) {
                        ahead.add(source.taken.get() - answer.number());
                    }

                    @Override
                    public void flush() {}
                })
                .run(source);
        assertThat(ending.complete()).isTrue();
        assertThat(ahead).hasSize(10_000).allMatch(lines -> lines <= BulkRun.MOST_LINES + 1);
    }

    @Test
    void answers_that_nobody_takes_end_the_run() {
        Refused source = new Refused(Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> run(new LineSink() {
                            @Override
                            public void answer(LineAnswer answer) throws IOException {
                                if (answer.number() == 100) {
                                    throw new IOException("hung up");
                                }
                            }

                            @Override
                            public void flush() {}
                        })
                        .run(source))
                .isInstanceOf(IOException.class)
                .hasMessage("hung up");
        assertThat(source.taken.get()).isLessThan(100 + 2 * BulkRun.MOST_LINES + 2);
    }

    @Test
    void a_source_that_breaks_off_says_where() throws Exception {
        Ending ending = run(new LineSink() {
                    @Override
                    public void answer(LineAnswer answer) {}

                    @Override
                    public void flush() {}
                })
                .run(new LineSource() {
                    @Override
                    public Optional<Line> next() throws IOException {
                        throw new IOException("the line went dead");
                    }

                    @Override
                    public long nextNumber() {
                        return 7;
                    }
                });
        assertThat(ending.goOnAt()).isEqualTo(7);
        assertThat(new String(ending.json().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .contains("the line went dead; what is answered stands");
    }
}
