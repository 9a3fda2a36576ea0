package org.waymark.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Reading;
import org.waymark.pages.PageJson;

/** Who looked at what is recorded about one young person, when and why. */
@Controller
class ReadersPage {

    private final Reading reading;

    ReadersPage(Reading reading) {
        this.reading = reading;
    }

    /** What the page shows, the latest first. */
    record Readers(List<Reader> readers) {

        List<Reader> latestFirst() {
            List<Reader> latest = new ArrayList<>(readers);
            Collections.reverse(latest);
            return latest;
        }
    }

    /**
     * One reading.
     *
     * @param what they were shown; absent where that is erased
     * @param breakGlass whether the young person was of none of their areas
     */
    record Reader(
            String actor,
            Instant recordedAt,
            @Nullable String what,
            @Nullable String decisionId,
            @Nullable String reason,
            @Nullable Boolean breakGlass,
            @Nullable Boolean erased) {

        public boolean brokeGlass() {
            return Boolean.TRUE.equals(breakGlass);
        }

        public boolean isErased() {
            return Boolean.TRUE.equals(erased);
        }
    }

    @GetMapping("/areas/{area}/young-people/{reference}/readers")
    String show(@PathVariable String area, @PathVariable String reference, Model model) {
        Readers readers = PageJson.read(reading.readers(new PersonKey(area, reference)), Readers.class);
        model.addAttribute("area", area);
        model.addAttribute("reference", reference);
        model.addAttribute("readers", readers.latestFirst());
        model.addAttribute(
                "glass", readers.readers().stream().filter(Reader::brokeGlass).count());
        return "audit/readers";
    }
}
