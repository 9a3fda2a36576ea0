package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A person and a machine have allowances of their own, and whoever did not sign in takes from neither. */
class CallerLimitTest {

    /** A time that stands still. */
    private static final TimeMeter NOW = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.DAYS.toNanos(1);
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final CallerLimit limit = new CallerLimit(new Allowance(2, NOW), new Allowance(4, NOW));

    @Test
    void a_person_is_told_to_wait_where_a_machine_goes_on() throws Exception {
        assertThat(statuses("alice", false, 3)).containsExactly(200, 200, 429);
        assertThat(statuses("casework", true, 5)).containsExactly(200, 200, 200, 200, 429);
        assertThat(statuses("bob", false, 1)).containsExactly(200);
        assertThat(statuses(null, false, 5)).containsOnly(200);
    }

    private int[] statuses(String user, boolean machine, int times) throws Exception {
        int[] statuses = new int[times];
        for (int i = 0; i < times; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/factors");
            if (user != null) {
                request.setUserPrincipal(() -> user);
            }
            if (machine) {
                request.addUserRole("MACHINE");
            }
            MockHttpServletResponse response = new MockHttpServletResponse();
            limit.doFilter(request, response, new MockFilterChain());
            statuses[i] = response.getStatus();
            if (statuses[i] == 429) {
                assertThat(response.getHeader("Retry-After")).isEqualTo(machine ? "15" : "30");
                assertThat(response.getContentAsString()).contains("urn:waymark:problem:too-many");
            }
        }
        return statuses;
    }
}
