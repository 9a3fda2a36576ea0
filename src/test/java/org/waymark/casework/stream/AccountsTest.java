package org.waymark.casework.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void what_is_recorded_and_then_told_leaves_nothing() {
        accounts.recorded();
        assertThat(accounts.unrecorded()).isZero();
        accounts.acknowledged(1);
        assertThat(accounts.unrecorded()).isZero();
    }

    @Test
    void a_face_that_tells_what_is_not_recorded_is_found_out() {
        accounts.acknowledged(1);
        assertThat(accounts.unrecorded()).isEqualTo(1);
    }

    @Test
    void what_is_recorded_and_not_told_hides_nothing_that_is_told_and_not_recorded() {
        accounts.recorded();
        accounts.notAcknowledged(1);
        accounts.acknowledged(1);
        assertThat(accounts.unrecorded()).isEqualTo(1);
    }
}
