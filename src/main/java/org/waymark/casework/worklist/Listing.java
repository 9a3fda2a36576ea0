package org.waymark.casework.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a part of several lists as if they were one. */
final class Listing {

    /** How many places are looked at for one part: what does not match takes time as well. */
    static final int LOOKED_AT = 400;

    private final ListStore store;

    Listing(ListStore store) {
        this.store = store;
    }

    /** @param after the place of the last that was looked at, null where there is no more */
    record Part(List<Listed> lines, @Nullable String after) {}

    private record At(String place, String key) {}

    static void requireMost(int most, int limit) {
        if (most < 1 || most > limit) {
            throw new IllegalArgumentException("a part has from 1 to " + limit + " lines, not `" + most + "`");
        }
    }

    static void requireCursor(@Nullable String after, Pattern place) {
        if (after != null && !place.matcher(after).matches()) {
            throw new IllegalArgumentException("`after` is what the part before this one gave as `after`");
        }
    }

    Part part(List<Postings> lists, @Nullable String after, int most, Predicate<Listed> wanted) {
        List<Listed> lines = new ArrayList<>();
        String at = after;
        int looked = 0;
        while (true) {
            int asked = Math.min(most + 1, LOOKED_AT);
            List<At> next = next(lists, at, asked);
            Map<String, ListStore.Row> rows = store.rows(next.stream()
                    .map(one -> Postings.idAt(one.place()))
                    .distinct()
                    .toList());
            for (At one : next) {
                if (lines.size() == most || looked == LOOKED_AT) {
                    return new Part(lines, at);
                }
                looked++;
                at = one.place();
                ListStore.Row row = rows.get(Postings.idAt(one.place()));
                // A place that a line has left may be there a moment longer than the line.
                if (row != null && row.keys().contains(one.key()) && wanted.test(row.listed())) {
                    lines.add(row.listed());
                }
            }
            if (next.size() < asked) {
                return new Part(lines, null);
            }
        }
    }

    private static List<At> next(List<Postings> lists, @Nullable String after, int most) {
        return lists.stream()
                .flatMap(list -> places(list, after, most))
                .sorted(Comparator.comparing(At::place))
                .limit(most)
                .toList();
    }

    private static Stream<At> places(Postings list, @Nullable String after, int most) {
        return list.after(after, most).stream().map(place -> new At(place, Postings.key(list.list(), place)));
    }
}
