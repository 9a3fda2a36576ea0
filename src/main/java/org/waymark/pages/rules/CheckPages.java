package org.waymark.pages.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.ruleset.check.CheckReport;
import org.waymark.ruleset.lint.Finding;

/** The check of a version: what was looked at, what is wrong, and where. */
@Controller
@RequestMapping("/rules/{hash}/check")
class CheckPages {

    private final RulesDesk desk;
    private final Workbench bench;

    CheckPages(RulesDesk desk, Workbench bench) {
        this.desk = desk;
        this.bench = bench;
    }

    @GetMapping
    String show(@PathVariable String hash, Principal user, HttpServletResponse response, Model model) {
        return filled(hash, user, false, response, model);
    }

    @PostMapping
    String start(@PathVariable String hash, Principal user, HttpServletResponse response, Model model) {
        desk.version(hash);
        if (bench.startCheck(hash)) {
            return "redirect:/rules/" + hash + "/check";
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return filled(hash, user, true, response, model);
    }

    private String filled(String hash, Principal user, boolean busy, HttpServletResponse response, Model model) {
        model.addAttribute("version", desk.version(hash));
        Optional<Workbench.Check> check = bench.check(hash);
        CheckReport report = check.map(Workbench.Check::report).orElse(null);
        boolean running = check.filter(Workbench.Check::isRunning).isPresent();
        model.addAttribute("running", running);
        model.addAttribute("broken", check.filter(Workbench.Check::isBroken).isPresent());
        model.addAttribute("sections", check.map(Workbench.Check::sections).orElse(List.of()));
        model.addAttribute("report", report);
        model.addAttribute(
                "findings",
                report == null
                        ? List.of()
                        : report.findings().stream().filter(Finding::open).toList());
        model.addAttribute("busy", busy);
        model.addAttribute("mayCheck", Caller.of(user).isAnyOf(List.of(Role.POLICY, Role.APPROVER)));
        if (running) {
            response.setHeader("Refresh", VersionPage.LOOK_AGAIN);
        }
        return "rules/check";
    }
}
