package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is other than before.
 *
 * @param what which figure, text or part it is, such as {@code within days} or {@code clock}
 * @param of what it belongs to within the rule, such as the name of a factor; empty where that is the rule itself
 * @param from as it was; absent where it was not there
 * @param to as it is now; absent where it is no longer there
 * @param direction to which side it goes, where that is certain
 * @param text all of that in plain English
 */
public record Detail(
        String what,
        String of,
        @Nullable String from,
        @Nullable String to,
        @Nullable Direction direction,
        String text) {

    private static final String NOTHING = "nothing";

    /** A figure, or anything short, that became another. */
    static Detail became(String of, String what, String from, String to, @Nullable Direction direction) {
        String subject = of.isEmpty() ? "" : of + ": ";
        return new Detail(
                what, of, from, to, direction, subject + what + " " + from + " became " + to + behind(direction));
    }

    /** The same if it is another, else nothing. */
    static List<Detail> ifOther(String of, String what, String from, String to) {
        return Objects.equals(from, to) ? List.of() : List.of(became(of, what, from, to, null));
    }

    /** A text, shown in quotation marks, if it is another. */
    static List<Detail> ifOtherText(String what, String from, String to) {
        if (from.equals(to)) {
            return List.of();
        }
        return List.of(new Detail(what, "", from, to, null, what + " " + quoted(from) + " became " + quoted(to)));
    }

    /** Something that is there now and was not. */
    static Detail added(String what, String value, String text, @Nullable Direction direction) {
        return new Detail(what, "", null, value, direction, text + behind(direction));
    }

    /** Something that was there and is not any longer. */
    static Detail removed(String what, String value, String text, @Nullable Direction direction) {
        return new Detail(what, "", value, null, direction, text + behind(direction));
    }

    /** Several lists of details as one. */
    @SafeVarargs
    static List<Detail> all(List<Detail>... lists) {
        List<Detail> all = new ArrayList<>();
        for (List<Detail> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? NOTHING : "\"" + text + "\"";
    }

    private static String behind(@Nullable Direction direction) {
        return direction == null ? "" : " (" + direction.words() + ")";
    }
}
