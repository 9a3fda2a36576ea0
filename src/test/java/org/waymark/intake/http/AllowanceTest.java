package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** So often, and no more; for as many callers as there is room for. */
class AllowanceTest {

    private long nanos = 1;

    private final Allowance three = new Allowance(3, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void each_caller_has_an_allowance_of_their_own_and_is_told_when_there_is_more_of_it() {
        for (int i = 0; i < 3; i++) {
            assertThat(three.take("one")).isZero();
        }
        assertThat(three.take("one")).isEqualTo(20);
        assertThat(three.take("another")).isZero();
        nanos += TimeUnit.SECONDS.toNanos(19);
        assertThat(three.wait("one")).isEqualTo(1);
        assertThat(three.take("one")).isEqualTo(1);
        nanos += TimeUnit.SECONDS.toNanos(1);
        assertThat(three.wait("one")).isZero();
        assertThat(three.take("one")).isZero();
        assertThat(three.take("one")).isEqualTo(20);
    }

    @Test
    void looking_takes_nothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(three.wait("one")).isZero();
        }
        assertThat(three.take("one")).isZero();
    }

    @Test
    void it_remembers_no_more_callers_than_it_has_room_for() {
        for (int i = 0; i < 50_000; i++) {
            three.take("caller " + i);
        }
        assertThat(three.callers()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void none_at_all_is_no_allowance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0));
    }

    @Test
    void who_has_one_address_of_a_net_has_all_of_it() {
        assertThat(RemoteNet.of("10.1.2.3")).isEqualTo("10.1.2.3");
        assertThat(RemoteNet.of("2001:db8:1:2:3:4:5:6")).isEqualTo(RemoteNet.of("2001:db8:1:2:ffff:0:0:1"));
        assertThat(RemoteNet.of("2001:db8:1:2:3:4:5:6")).isNotEqualTo(RemoteNet.of("2001:db8:1:3:3:4:5:6"));
    }
}
