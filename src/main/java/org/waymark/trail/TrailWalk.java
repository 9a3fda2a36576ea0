package org.waymark.trail;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One way through all entries, those about one person together and oldest first. */
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
        int count = (ids.size() + PAGE - 1) / PAGE;
        return IntStream.range(0, count)
                .mapToObj(page -> ids.subList(page * PAGE, Math.min(ids.size(), (page + 1) * PAGE)))
                .flatMap(page -> pages.apply(page).stream());
    }
}
