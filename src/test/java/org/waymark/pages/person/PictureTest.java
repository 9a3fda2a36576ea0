package org.waymark.pages.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.pages.person.Happened.Lane;

class PictureTest {

    @Provide
    Arbitrary<List<Happened>> histories() {
        Arbitrary<Integer> span = Arbitraries.of(0, 1, 30, 400, 6_000);
        return span.flatMap(days -> {
            LocalDate from = LocalDate.of(2011, 5, 17);
            Arbitrary<LocalDate> day = Arbitraries.integers().between(0, days).map(from::plusDays);
            return Combinators.combine(Arbitraries.of(Lane.class), day)
                    .as((lane, on) -> new Happened(lane, on, "police", ""))
                    .list()
                    .ofMaxSize(200)
                    .map(all -> all.stream()
                            .sorted(Comparator.comparing(Happened::on))
                            .toList());
        });
    }

    @Property(tries = 200)
    void no_mark_covers_another_and_all_are_within(@ForAll("histories") List<Happened> history) {
        Picture picture = Picture.of(history);
        List<Picture.Mark> marks = picture.marks();
        assertThat(marks).hasSize(Math.min(history.size(), Picture.MOST));
        assertThat(picture.left()).isEqualTo(history.size() - marks.size());
        for (int i = 0; i < marks.size(); i++) {
            Picture.Mark one = marks.get(i);
            assertThat(one.number()).isEqualTo(i + 1);
            assertThat(one.what()).isEqualTo(history.get(picture.left() + i));
            assertThat(one.x()).isBetween(Picture.SIZE / 2, Picture.WIDTH - Picture.SIZE / 2);
            Picture.Band band = picture.bands().stream()
                    .filter(lane -> lane.lane() == one.what().lane())
                    .findFirst()
                    .orElseThrow();
            assertThat(one.y()).isBetween(band.top() + Picture.SIZE / 2, band.top() + band.height() - Picture.SIZE / 2);
            for (Picture.Mark other : marks.subList(0, i)) {
                boolean apart =
                        Math.abs(one.x() - other.x()) >= Picture.SIZE || Math.abs(one.y() - other.y()) >= Picture.SIZE;
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
    }

    @Property(tries = 200)
    void time_goes_from_left_to_right_and_its_ticks_are_few(@ForAll("histories") List<Happened> history) {
        Picture picture = Picture.of(history);
        assertThat(picture.marks()).isSortedAccordingTo(Comparator.comparingInt(Picture.Mark::x));
        assertThat(picture.ticks()).isSortedAccordingTo(Comparator.comparingInt(Picture.Tick::x));
        assertThat(picture.ticks()).hasSizeLessThanOrEqualTo(11).allSatisfy(tick -> {
            assertThat(tick.x()).isBetween(0, Picture.WIDTH);
            assertThat(tick.month().getDayOfMonth()).isEqualTo(1);
        });
    }
}
