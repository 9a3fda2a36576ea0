package org.waymark.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
     * The same in stretches of whole persons, to be read by many at once. Nothing is read before a stretch is asked.
     *
     * @param last the person up to whom, and with whom, the walk was done before; null to begin at the start
     */
    public Iterator<Stretch> stretches(@Nullable Person last) {
        return new Stretches(last == null ? 0 : after(last));
    }

    /** The place of the first entry about a person who comes after this one, whether that one is known or not. */
    private int after(Person person) {
        // A tilde comes after every digit, so this stands behind all entries about that person.
        int place = Collections.binarySearch(ids, person.pseudonym() + ":~");
        return place < 0 ? -place - 1 : place;
    }

    private String personAt(int place) {
        String id = ids.get(place);
        return id.substring(0, id.lastIndexOf(':'));
    }

    /** Entries that stand together, about a few persons, all about each. */
    public final class Stretch {

        private final int from;
        private final int to;

        private Stretch(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** How many entries there are in the whole walk up to the end of this stretch. */
        public int end() {
            return to;
        }

        /** The person with whom it ends. */
        public Person last() {
            return new Person(personAt(to - 1));
        }

        /**
         * Reads it: the entries about one person after those about another.
         *
         * @throws TrailUnavailable where the store does not answer or an entry is lost
         */
        public List<List<Entry>> people() {
            List<List<Entry>> people = new ArrayList<>();
            read(from, to).forEach(entry -> {
                boolean another = people.isEmpty()
                        || !people.get(people.size() - 1).get(0).person().equals(entry.person());
                if (another) {
                    people.add(new ArrayList<>());
                }
                people.get(people.size() - 1).add(entry);
            });
            return people;
        }
    }

    private final class Stretches implements Iterator<Stretch> {

        private int next;

        Stretches(int first) {
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next < ids.size();
        }

        @Override
        public Stretch next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int from = next;
            next = Math.min(ids.size(), from + PAGE);
            while (next < ids.size() && personAt(next).equals(personAt(next - 1))) {
                next++;
            }
            return new Stretch(from, next);
        }
    }
}
