package org.waymark.casework.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Lines are told apart, counted and bounded. */
class NdjsonLinesTest {

    private static List<Line> lines(InputStream in, int most) throws IOException {
        NdjsonLines source = new NdjsonLines(in, most);
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = source.next(); line.isPresent(); line = source.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    @Property
    void every_text_is_split_as_its_lines_are(@ForAll List<String> texts) throws IOException {
        List<String> plain =
                texts.stream().map(text -> text.replaceAll("[\\n\\r]", "")).toList();
        byte[] bytes = String.join("\r\n", plain).getBytes(StandardCharsets.UTF_8);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (!plain.get(i).replaceAll("[ \\t]", "").isEmpty()) {
                expected.add(
                        (i + 1) + new String(plain.get(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            }
        }
        assertThat(lines(new ByteArrayInputStream(bytes), 1_000_000))
                .extracting(line -> line.number() + new String(line.body(), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @Test
    void a_line_of_the_length_that_is_allowed_is_taken_and_a_longer_one_is_refused_unread() throws IOException {
        List<Line> lines =
                lines(new ByteArrayInputStream("12345\r\n123456\n1234567\n1\n".getBytes(StandardCharsets.UTF_8)), 5);
        assertThat(lines).extracting(line -> line.refused().isPresent()).containsExactly(false, true, true, false);
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void of_a_line_without_end_no_more_is_kept_than_is_allowed() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 300L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                int now = (int) Math.min(left, most);
                java.util.Arrays.fill(bytes, from, from + now, (byte) 'x');
                left -= now;
                return now == 0 ? -1 : now;
            }
        };
        List<Line> lines = lines(endless, NdjsonLines.MOST_BYTES);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).refused().orElseThrow().kind().status()).isEqualTo(413);
        assertThat(lines.get(0).body()).isEmpty();
    }
}
