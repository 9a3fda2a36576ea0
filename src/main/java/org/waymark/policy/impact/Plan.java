package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.Extent;

/** Cuts what is recorded into pieces, as they are asked for and in their order. Ranges without people are left out. */
final class Plan implements Iterator<Piece> {

    private final String analysis;
    private final int of;
    private final Iterator<Extent> people;
    private @Nullable Extent next;

    /**
     * @param of how many ranges there are
     * @param people all there are, by pseudonym
     */
    Plan(String analysis, int of, Iterator<Extent> people) {
        this.analysis = analysis;
        this.of = of;
        this.people = people;
        advance();
    }

    private void advance() {
        next = people.hasNext() ? people.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Piece next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        int number = Piece.numberOf(next.person(), of);
        List<Extent> some = new ArrayList<>();
        while (next != null && Piece.numberOf(next.person(), of) == number) {
            some.add(next);
            advance();
        }
        return new Piece(analysis, of, number, some);
    }
}
