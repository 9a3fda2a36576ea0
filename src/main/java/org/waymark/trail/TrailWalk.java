package org.waymark.trail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One way through all entries, those about one person together and oldest first. Safe for many threads. */
public final class TrailWalk {

    /** Entries asked for at once: an entry may take 4 MiB, and a few of these are held at a time. */
    private static final int PAGE = 50;

    private final List<String> ids;
    private final Function<List<String>, List<Entry>> pages;

    TrailWalk(List<String> ids, Function<List<String>, List<Entry>> pages) {
        this.ids = List.copyOf(ids);
        this.pages = pages;
    }

    /** How many entries there are. */
    public int size() {
        return ids.size();
    }

    /**
     * The entries, read as they are taken.
     *
     * @throws TrailUnavailable from the stream, where the store does not answer or an entry is lost
     */
    public Stream<Entry> entries() {
        return read(0, ids.size());
    }

    private Stream<Entry> read(int from, int to) {
        int count = (to - from + PAGE - 1) / PAGE;
        return IntStream.range(0, count)
                .mapToObj(page -> ids.subList(from + page * PAGE, Math.min(to, from + (page + 1) * PAGE)))
                .flatMap(page -> pages.apply(page).stream());
    }

    /**
     * The same, all about one person at a time: of no more than one of them the entries are held at once.
     *
     * @throws TrailUnavailable where the store does not answer or an entry is lost
     */
    public void people(Consumer<List<Entry>> each) {
        List<Entry> one = new ArrayList<>();
        entries().forEach(entry -> {
            if (!one.isEmpty() && !one.get(0).person().equals(entry.person())) {
                each.accept(List.copyOf(one));
                one.clear();
            }
            one.add(entry);
        });
        if (!one.isEmpty()) {
            each.accept(List.copyOf(one));
        }
    }

    /** How much there is about each person, in the order of the walk. Nothing is read for it. */
    public Iterator<Extent> extents() {
        return new Extents();
    }

    private final class Extents implements Iterator<Extent> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < ids.size();
        }

        @Override
        public Extent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int from = next;
            Person person = Entry.personOf(ids.get(from));
            while (next < ids.size() && Entry.personOf(ids.get(next)).equals(person)) {
                next++;
            }
            return new Extent(person, next - from);
        }
    }
}
