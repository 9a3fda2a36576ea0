package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final Areas SEFTON = Areas.of(List.of("sefton"));

    @Test
    void an_agreement_holds_one_way_for_the_two_that_it_names() {
        Sharing sharing = Sharing.of("sefton<knowsley, halton < st-helens");
        assertThat(sharing.mayJoin(SEFTON, "sefton", "knowsley")).isTrue();
        assertThat(sharing.mayJoin(SEFTON, "knowsley", "halton")).isFalse();
        assertThat(sharing.mayJoin(Areas.NONE, "knowsley", "sefton")).isFalse();
        assertThat(sharing.mayJoin(Areas.NONE, "halton", "st-helens")).isTrue();
        assertThat(sharing.mayJoin(Areas.NONE, "sefton", "st-helens")).isFalse();
    }

    @Test
    void what_is_ones_own_needs_none() {
        assertThat(Sharing.NOBODY.mayJoin(Areas.NONE, "sefton", "sefton")).isTrue();
        assertThat(Sharing.NOBODY.mayJoin(SEFTON, "knowsley", "sefton")).isTrue();
        assertThat(Sharing.NOBODY.mayJoin(SEFTON, "sefton", "knowsley")).isFalse();
        assertThat(Sharing.NOBODY.mayJoin(Areas.ALL, "sefton", "knowsley")).isTrue();
        assertThat(Sharing.of("*").mayJoin(Areas.NONE, "sefton", "knowsley")).isTrue();
        assertThat(Sharing.of(" ")).isEqualTo(Sharing.NOBODY);
    }

    @Test
    void every_slip_is_told_at_once() {
        assertThatThrownBy(() -> Sharing.of("sefton>knowsley, sefton<knowsley, halton<*, a<b<c,"))
                .isInstanceOf(AccessCannotStart.class)
                .hasMessageContaining("`sefton>knowsley`, `halton<*`, `a<b<c`, ``")
                .hasMessageContaining("WAYMARK_ACCESS_SHARING");
    }
}
