package org.waymark.casework.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.worklist.Postings.Range;
import org.waymark.trail.Pseudonyms;

/** Where a decision stands among those that somebody looks for: the newest first. */
final class SearchOrder {

    /** A place: moment, counted back from a far one, and id. */
    static final Pattern PLACE = Pattern.compile("[0-9]{13}:[a-z0-9-]{1,80}");

    private static final long FAR = 9_999_999_999_999L;

    private final Pseudonyms pseudonyms;

    SearchOrder(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The lists in which a decision is, with its place: one for each thing that it can be looked for by. */
    List<String> keys(Listed listed) {
        if (listed.isReview()) {
            return List.of();
        }
        DecisionLine line = listed.line();
        List<String> lists = new ArrayList<>();
        lists.add(list(line.area(), "all", ""));
        lists.add(list(line.area(), "reference", line.reference()));
        lists.add(list(line.area(), "pathway", line.primary()));
        lists.add(list(line.area(), "rules", line.ruleSetName()));
        lists.add(list(line.area(), "rules-hash", line.ruleSetHash()));
        line.actors().forEach(actor -> lists.add(list(line.area(), "actor", actor)));
        if (line.overridden()) {
            lists.add(list(line.area(), "overridden", ""));
        }
        String place = moment(line.recordedAt()) + ":" + listed.id();
        return lists.stream().map(list -> Postings.key(list, place)).toList();
    }

    /** The list that is likely to be the shortest of those in which all is that is looked for. */
    String list(DecisionQuery query, String area) {
        if (query.reference() != null) {
            return list(area, "reference", query.reference());
        } else if (query.actor() != null) {
            return list(area, "actor", query.actor());
        } else if (query.ruleSetHash() != null) {
            return list(area, "rules-hash", query.ruleSetHash());
        } else if (Boolean.TRUE.equals(query.overridden())) {
            return list(area, "overridden", "");
        } else if (query.pathway() != null) {
            return list(area, "pathway", query.pathway());
        }
        return query.ruleSetName() != null ? list(area, "rules", query.ruleSetName()) : list(area, "all", "");
    }

    private String list(String area, String by, String value) {
        return pseudonyms.list("decisions", area, by, value);
    }

    /** Texts in whose order the moments are, the latest first. */
    private static String moment(Instant at) {
        return String.format(Locale.ROOT, "%013d", Math.min(FAR, Math.max(0, FAR - at.toEpochMilli())));
    }

    /** The part of a list that was recorded between two moments. */
    static Range range(@Nullable Instant from, @Nullable Instant before) {
        return new Range(
                before == null ? "" : moment(before.minusMillis(1)), from == null ? "~" : moment(from.minusMillis(1)));
    }
}
