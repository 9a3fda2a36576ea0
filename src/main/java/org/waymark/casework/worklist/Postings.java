package org.waymark.casework.worklist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list of ids, in their order. Each of its places is the id of a document of its own, so that a part of it is read
 * off the index of ids, on the embedded store as well, and nothing else is looked at.
 */
final class Postings {

    /** After every place. */
    private static final String END = "~";

    private final ListStore store;
    private final String list;
    private final List<Range> ranges;

    /** @param ranges the parts of it that are read, in their order, which do not overlap */
    Postings(ListStore store, String list, List<Range> ranges) {
        this.store = store;
        this.list = list;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * A part of a list.
     *
     * @param start the first place in it
     * @param end the first place after it
     */
    record Range(String start, String end) {
        static final Range WHOLE = new Range("", END);
    }

    /** The id of the document that is a place of a list. */
    static String key(String list, String place) {
        return list + ":" + place;
    }

    /** The decision, or review, at a place. */
    static String idAt(String place) {
        return place.substring(place.lastIndexOf(':') + 1);
    }

    String list() {
        return list;
    }

    /** The next places after one, as many as are asked for, fewer where there are no more. */
    List<String> after(@Nullable String place, int most) {
        List<String> found = new ArrayList<>();
        String from = place == null ? "" : place;
        for (Range range : ranges) {
            while (found.size() < most && from.compareTo(range.end()) < 0) {
                // What begins with the start of a range comes after it, so nothing at the start itself is left out.
                String begin = from.compareTo(range.start()) < 0 ? range.start() : from;
                int asked = most - found.size();
                List<String> next = store.places(list, begin, asked);
                List<String> within = next.stream()
                        .takeWhile(one -> one.compareTo(range.end()) < 0)
                        .toList();
                found.addAll(within);
                if (within.size() < next.size()) {
                    from = before(next.get(within.size()), range);
                } else {
                    from = next.size() < asked ? END : next.get(asked - 1);
                }
            }
        }
        return found;
    }

    /**
     * Just before the first place beyond a range, so that the range in which it is finds it: between the two there is
     * nothing to be asked for.
     */
    private static String before(String first, Range range) {
        String before = first.substring(0, first.lastIndexOf(':'));
        return before.compareTo(range.end()) < 0 ? range.end() : before;
    }
}
