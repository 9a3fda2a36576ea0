package org.waymark.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class BegunLateTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final OutputStream out = new BufferedOutputStream(new BegunLate("log.ndjson", response), 10);

    @Test
    void until_the_first_bytes_it_can_still_become_a_page() throws Exception {
        out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getWriter()).as("nobody took the stream").isNotNull();
    }

    @Test
    void from_then_on_it_is_under_way_and_whole() throws Exception {
        out.write("{\"entry\": 1}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(response.isCommitted()).isTrue();
        out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertThat(response.getContentAsString()).isEqualTo("{\"entry\": 1}\n{}\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"log.ndjson\"");
        assertThat(response.getContentType()).startsWith("application/x-ndjson");
    }
}
