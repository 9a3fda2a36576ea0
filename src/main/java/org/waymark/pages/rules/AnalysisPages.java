package org.waymark.pages.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.pages.NoSuchThing;
import org.waymark.pages.PageJson;
import org.waymark.policy.First;
import org.waymark.policy.Policy;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactAnalyses;
import org.waymark.policy.impact.ImpactCase;
import org.waymark.policy.impact.ImpactFilter;
import org.waymark.policy.impact.LookBacks;
import org.waymark.policy.impact.LookBacks.Reviews;

/** What a version would change of what is recorded, before it is in force; and what to look at again once it is. */
@Controller
@RequestMapping("/rules/{hash}")
class AnalysisPages {

    /** A page shows so many changed cases; all of them are in the report that a program can fetch. */
    private static final int MOST_SHOWN = 200;

    private final RulesDesk desk;
    private final ImpactAnalyses analyses;
    private final LookBacks lookBacks;
    private final Policy policy;

    AnalysisPages(RulesDesk desk, ImpactAnalyses analyses, LookBacks lookBacks, Policy policy) {
        this.desk = desk;
        this.analyses = analyses;
        this.lookBacks = lookBacks;
        this.policy = policy;
    }

    @PostMapping("/analyses")
    String start(@PathVariable String hash, @RequestParam(defaultValue = "") String area, Principal user) {
        desk.version(hash);
        Caller caller = Caller.of(user);
        boolean foreign =
                area.isEmpty() ? !caller.areas().all() : !caller.areas().has(area);
        if (foreign) {
            return "redirect:/rules/" + hash + "?missing=area#try";
        }
        ImpactFilter filter = new ImpactFilter(null, null, area.isEmpty() ? null : area, null);
        Analysis started = analyses.start(hash, filter, caller.actor()).orElseThrow(NoSuchThing::new);
        return "redirect:/rules/" + hash + "/analyses/" + started.id();
    }

    @GetMapping("/analyses/{id}")
    String one(
            @PathVariable String hash,
            @PathVariable String id,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Caller caller = Caller.of(user);
        Version version = desk.version(hash);
        Analysis analysis = covered(hash, id, caller.areas());
        VersionView view = VersionView.of(version, policy.ledger(), policy.now());
        model.addAttribute("version", view);
        model.addAttribute("analysis", analysis);
        model.addAttribute("percent", analysis.total() == 0 ? 0 : 100 * analysis.done() / analysis.total());
        model.addAttribute("writes", caller.isAnyOf(List.of(Role.POLICY)));
        model.addAttribute("cancels", caller.isAnyOf(List.of(Role.POLICY, Role.APPROVER)));
        model.addAttribute("accepts", view.isSubmitted() && caller.isAnyOf(List.of(Role.APPROVER)));
        if (analysis.state() == Analysis.State.RUNNING) {
            response.setHeader("Refresh", VersionPage.LOOK_AGAIN);
        }
        analyses.report(id).ifPresent(report -> report(report, version, caller.areas(), model));
        return "rules/analysis";
    }

    private void report(String json, Version version, Areas areas, Model model) {
        ReportView report = PageJson.read(json, ReportView.class);
        First first = policy.first(version);
        List<ReportView.Changed> seen = report.changed().stream()
                .filter(one -> areas.has(ImpactCase.areaOf(one.reference())))
                .toList();
        model.addAttribute("report", report);
        model.addAttribute("changed", seen.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("left", Math.max(0, seen.size() - MOST_SHOWN));
        model.addAttribute("notAccepted", first.downgrades());
    }

    @PostMapping("/analyses/{id}/cancellation")
    String cancel(@PathVariable String hash, @PathVariable String id, Principal user) {
        covered(hash, id, Caller.of(user).areas());
        analyses.cancel(id);
        return "redirect:/rules/" + hash + "/analyses/" + id;
    }

    private Analysis covered(String hash, String id, Areas areas) {
        return analyses.analysis(id)
                .filter(one -> one.candidate().equals(hash) && RulesDesk.sees(areas, one))
                .orElseThrow(NoSuchThing::new);
    }

    @GetMapping("/reviews")
    String reviews(@PathVariable String hash, Principal user, Model model) {
        Areas areas = Caller.of(user).areas();
        Version version = desk.version(hash);
        Reviews reviews = lookBacks.of(version, policy.now());
        model.addAttribute("version", version);
        model.addAttribute("complete", reviews.complete());
        model.addAttribute(
                "reviews",
                reviews.reviews().stream()
                        .filter(one -> areas.has(ImpactCase.areaOf(one.reference())))
                        .toList());
        return "rules/reviews";
    }
}
