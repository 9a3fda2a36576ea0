package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpYearTest {

    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

    private static List<List<MadeUpYear.Contact>> people(long seed) throws Exception {
        return new MadeUpYear(seed, END, Story.all()).people(2_000).toList();
    }

    @Test
    void the_same_seed_and_day_give_the_same_year() throws Exception {
        assertThat(people(1)).isEqualTo(people(1)).isNotEqualTo(people(2));
    }

    @Test
    void nobody_is_spoken_of_before_the_year_or_after_it_and_each_in_order() throws Exception {
        assertThat(people(1)).hasSize(2_000).allSatisfy(contacts -> {
            assertThat(contacts)
                    .isNotEmpty()
                    .isSortedAccordingTo(java.util.Comparator.comparing(MadeUpYear.Contact::at));
            assertThat(contacts.get(0).at()).isAfter(END.minus(Duration.ofDays(366)));
            assertThat(contacts.get(contacts.size() - 1).at()).isBefore(END);
        });
    }
}
