package org.waymark.access;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A call that somebody forgot to put into the table. */
@RestController
class Unlisted {

    static final String PATH = "/api/unlisted";

    @GetMapping(PATH)
    String forgotten() {
        return "what nobody may see";
    }
}
