package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingEncoderTest {

    private final AtomicInteger comparisons = new AtomicInteger();
    private final PasswordEncoder counted = new BCryptPasswordEncoder(4) {
        @Override
        public boolean matchesNonNull(String password, String encoded) {
            comparisons.incrementAndGet();
            return super.matchesNonNull(password, encoded);
        }
    };
    private final PasswordEncoder encoder = new RememberingEncoder(counted);

    @Test
    void what_matched_is_known_again_and_what_did_not_is_compared_each_time() {
        String hash = encoder.encode("right");
        assertThat(encoder.matches("right", hash)).isTrue();
        assertThat(encoder.matches("right", hash)).isTrue();
        assertThat(comparisons).hasValue(1);
        assertThat(encoder.matches("wrong", hash)).isFalse();
        assertThat(encoder.matches("wrong", hash)).isFalse();
        assertThat(comparisons).hasValue(3);
    }

    @Test
    void what_matched_one_hash_matches_no_other() {
        encoder.matches("right", encoder.encode("right"));
        assertThat(encoder.matches("right", encoder.encode("other"))).isFalse();
    }

    @Test
    void what_is_stored_says_how_it_was_made() {
        PasswordEncoder delegating = new RememberingEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        assertThat(delegating.encode("right")).startsWith("{bcrypt}");
    }
}
