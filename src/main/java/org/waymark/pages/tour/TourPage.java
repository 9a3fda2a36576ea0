package org.waymark.pages.tour;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All steps of the tour; without a demo, how to get one. */
@Controller
class TourPage {

    @GetMapping("/tour")
    String show() {
        return "tour/tour";
    }
}
