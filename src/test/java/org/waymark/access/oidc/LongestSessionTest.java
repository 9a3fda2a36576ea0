package org.waymark.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class LongestSessionTest {

    @ParameterizedTest
    @CsvSource({"PT7H59M, false", "PT8H1M, true"})
    void a_session_ends_when_it_has_lasted_however_much_it_was_used(Duration later, boolean ends) throws Exception {
        MockHttpSession session = new MockHttpSession();
        session.access();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        Clock then = Clock.fixed(Instant.ofEpochMilli(session.getCreationTime()).plus(later), ZoneOffset.UTC);
        MockFilterChain chain = new MockFilterChain();
        new LongestSession(Duration.ofHours(8), then).doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(session.isInvalid()).isEqualTo(ends);
        assertThat(chain.getRequest()).isNotNull();
    }
}
