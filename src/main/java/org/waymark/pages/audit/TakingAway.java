package org.waymark.pages.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.access.Caller;
import org.waymark.casework.Reading;
import org.waymark.casework.Reading.Reader;
import org.waymark.casework.Reading.What;
import org.waymark.casework.RecordedAreas;
import org.waymark.pages.NoSuchThing;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.proof.TrailExport;

/** Files that prove themselves, to be taken away. That somebody took them is recorded first. */
@Controller
class TakingAway {

    /** So many bytes are held back, as much of what can fail does so early. */
    private static final int BEFORE_IT_BEGINS = 64 * 1024;

    private final TrailExport exports;
    private final Pseudonyms pseudonyms;
    private final Trail trail;
    private final Reading reading;
    private final RecordedAreas areas;

    TakingAway(TrailExport exports, Pseudonyms pseudonyms, Trail trail, Reading reading, RecordedAreas areas) {
        this.exports = exports;
        this.pseudonyms = pseudonyms;
        this.trail = trail;
        this.reading = reading;
        this.areas = areas;
    }

    /** One decision with its input, history and rules, for who may have all that was joined from elsewhere. */
    @GetMapping("/decisions/{decisionId}/capsule.ndjson")
    void capsule(@PathVariable String decisionId, Principal user, HttpServletResponse response) throws IOException {
        if (!Caller.of(user).areas().haveAll(areas.behind(decisionId))) {
            throw new NoSuchThing();
        }
        trail.byDecision(decisionId)
                .ifPresent(entry ->
                        reading.of(entry.person(), new Reader(user.getName(), What.CAPSULE, decisionId, null, false)));
        write(exports.capsule(decisionId, List.of()), "decision.ndjson", response);
    }

    /** All about one young person. */
    @GetMapping("/areas/{area}/young-people/{reference}/trail.ndjson")
    void person(@PathVariable String area, @PathVariable String reference, Principal user, HttpServletResponse response)
            throws IOException {
        Person person = pseudonyms.person(area, reference);
        reading.of(person, new Reader(user.getName(), What.EXPORT, null));
        write(exports.person(person, List.of()), "trail.ndjson", response);
    }

    /** The whole log. */
    @GetMapping("/audit/log.ndjson")
    void log(Principal user, HttpServletResponse response) throws IOException {
        reading.ofEverything(user.getName());
        write(exports.wholeLog(), "log.ndjson", response);
    }

    /** What can be refused is refused before the first byte; what breaks later leaves a file without its last line. */
    private static void write(Optional<TrailExport.Ready> ready, String name, HttpServletResponse response)
            throws IOException {
        TrailExport.Ready file = ready.orElseThrow(NoSuchThing::new);
        OutputStream out = new BufferedOutputStream(new BegunLate(name, response), BEFORE_IT_BEGINS);
        file.writeTo(out);
        out.flush();
    }
}
