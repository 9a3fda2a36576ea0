package org.waymark.pages.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is recorded about one young person, oldest first, as their page shows it. */
record TrailView(List<Entry> entries) {

    private static final String READ = "read";

    /**
     * One thing that was recorded.
     *
     * @param decision of a screening
     * @param assessment what that screening was made on
     */
    record Entry(
            long sequence,
            String kind,
            @Nullable String decisionId,
            Instant recordedAt,
            String actor,
            @Nullable Boolean erased,
            @Nullable Decision decision,
            @Nullable Assessment assessment) {

        public boolean isErased() {
            return erased != null && erased;
        }
    }

    record Decision(Instant assessedAt, String status, Outcome outcome) {}

    record Outcome(
            String primary,
            @Nullable String urgency,
            @Nullable Instant respondBy,
            String summary,
            List<Path> pathways) {}

    record Path(String pathway, @Nullable String level, String urgency) {}

    record Assessment(
            @Nullable String referredBy,
            @Nullable List<Observation> observations,
            @Nullable Context context) {}

    record Observation(
            String factor,
            String answer,
            @Nullable List<LocalDate> dates,
            @Nullable LocalDate on,
            @Nullable BigDecimal value,
            @Nullable String basis) {}

    record Context(@Nullable String safeContact, @Nullable String communicationNeeds) {}

    /** All but who looked, the latest first: that is a page of its own, for managers and auditors. */
    public List<Entry> latestFirst() {
        List<Entry> shown = new ArrayList<>(
                entries.stream().filter(entry -> !entry.kind().equals(READ)).toList());
        Collections.reverse(shown);
        return shown;
    }

    /** All that has a day, as a picture. */
    public Picture picture() {
        return Picture.of(Happenings.of(entries));
    }

    /** How to get in touch without harm, as the latest contact that says so has it. */
    public String safeContact() {
        return latestFirst().stream()
                .map(Entry::assessment)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(Assessment::context)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(Context::safeContact)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .findFirst()
                .orElse("");
    }
}
