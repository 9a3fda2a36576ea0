package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.trail.Drafts.screened;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void aTimeFinerThanTheStoreKeepsIsRefused() {
        Instant fine = Instant.parse("2026-03-11T10:30:01.123456Z");
        assertThatThrownBy(() -> new Draft(Kind.TRIED, new Submission("s"), null, "screener", fine, Map.of()))
                .hasMessageContaining("finer than a millisecond");
    }

    @Test
    void contentThatWouldComeBackChangedIsRefused() {
        assertThatThrownBy(() -> screened("MASH-1", Map.of("outcome", "half a smile \ud83d")))
                .hasMessageContaining("not Unicode");
        assertThatThrownBy(() -> screened("MASH-1", Map.of("$outcome.x", "{}"))).hasMessageContaining("kebab-case");
    }

    @Test
    void anEntryTooLargeForTheStoreIsRefused() {
        String large = "é".repeat(2 * 1024 * 1024 + 1);
        assertThatThrownBy(() -> screened("MASH-1", Map.of("outcome", large)))
                .hasMessage("an entry holds 4194304 bytes of content at most, this one has 4194306");
    }
}
