package org.waymark.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.waymark.trail.Extent;
import org.waymark.trail.Person;

/** Pieces are cut the same by everybody, and everybody is in one of them. */
class PieceTest {

    @Provide
    Arbitrary<List<Extent>> people() {
        Arbitrary<String> pseudonyms = Arbitraries.strings()
                .withChars("0123456789abcdefghjkmnpqrstvwxyz")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Arbitraries.maps(pseudonyms, Arbitraries.integers().between(1, 9))
                .ofMaxSize(200)
                .map(some -> new TreeMap<>(some)
                        .entrySet().stream()
                                .map(one -> new Extent(new Person(one.getKey()), one.getValue()))
                                .toList());
    }

    private static List<Piece> cut(List<Extent> people, int of) {
        List<Piece> pieces = new ArrayList<>();
        new Plan("A", of, people.iterator()).forEachRemaining(pieces::add);
        return pieces;
    }

    @Property(tries = 200)
    void everybodyIsInOnePieceAndPiecesComeInTheirOrder(
            @ForAll("people") List<Extent> people, @ForAll @IntRange(min = 1, max = 5_000) int of) {
        List<Piece> pieces = cut(people, of);

        assertThat(pieces.stream().flatMap(one -> one.people().stream())).containsExactlyElementsOf(people);
        assertThat(pieces.stream().map(Piece::number)).isSorted().doesNotHaveDuplicates();
        assertThat(pieces).allSatisfy(one -> assertThat(Piece.read(one.json())).isEqualTo(one));
    }

    @Property(tries = 200)
    void whoIsRecordedLaterMovesNobodyToAnotherPiece(
            @ForAll("people") List<Extent> people,
            @ForAll("people") List<Extent> later,
            @ForAll @IntRange(min = 1, max = 50) int of) {
        TreeMap<String, Extent> all = new TreeMap<>();
        Stream.concat(later.stream(), people.stream())
                .forEach(one -> all.put(one.person().pseudonym(), one));

        List<Piece> grown = cut(List.copyOf(all.values()), of);
        for (Piece before : cut(people, of)) {
            assertThat(grown)
                    .filteredOn(after -> after.id().equals(before.id()))
                    .singleElement()
                    .satisfies(after -> assertThat(after.people()).containsAll(before.people()));
        }
    }

    @Example
    void whatIsNoPieceIsRefused() {
        for (String strange : List.of(
                "",
                "{",
                "no piece",
                "{}",
                "{\"analysis\":\"A\",\"of\":0,\"number\":0,\"people\":{}}",
                "{\"analysis\":\"A\",\"of\":2,\"number\":2,\"people\":{}}",
                "{\"analysis\":\"A\",\"of\":2,\"number\":0,\"people\":{\"zz\":1}}",
                "{\"analysis\":\"A\",\"of\":2,\"number\":0,\"people\":{\"00\":0}}")) {
            assertThatIllegalArgumentException().as(strange).isThrownBy(() -> Piece.read(strange));
        }
    }
}
