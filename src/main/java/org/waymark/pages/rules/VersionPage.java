package org.waymark.pages.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.pages.FieldFault;
import org.waymark.policy.First;
import org.waymark.policy.Ledger;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.Version;
import org.waymark.policy.impact.Analysis;
import org.waymark.policy.impact.ImpactCase;
import org.waymark.ruleset.diff.Detail;

/** Fills the page of one version: how far it has come, and what whoever looks at it can do next. */
@Component
class VersionPage {

    /** How often a browser looks again while something runs, in seconds. */
    static final String LOOK_AGAIN = "4";

    private final Policy policy;
    private final RulesDesk desk;
    private final Workbench bench;

    VersionPage(Policy policy, RulesDesk desk, Workbench bench) {
        this.policy = policy;
        this.desk = desk;
        this.bench = bench;
    }

    /**
     * A change that an approver must have seen.
     *
     * @param id by which they say so
     * @param lines what is other, in words
     */
    record SeenView(String id, String title, List<String> lines, List<String> readBy) {}

    String show(
            String hash,
            Caller caller,
            Typed typed,
            List<FieldFault> faults,
            HttpServletResponse response,
            Model model) {
        Version version = desk.version(hash);
        Ledger ledger = policy.ledger();
        VersionView view = VersionView.of(version, ledger, policy.now());
        model.addAttribute("version", view);
        model.addAttribute("typed", typed);
        model.addAttribute("before", desk.before(version));
        model.addAttribute("writes", caller.isAnyOf(List.of(Role.POLICY)));
        model.addAttribute("approves", caller.isAnyOf(List.of(Role.APPROVER)));
        model.addAttribute("own", isOwn(version, caller));
        model.addAttribute("areas", areas(hash, caller.areas()));
        model.addAttribute("everyArea", caller.areas().all());
        first(version, caller, model);
        work(view, caller, faults, response, model);
        return "rules/version";
    }

    private void first(Version version, Caller caller, Model model) {
        First first = policy.first(version);
        model.addAttribute(
                "changes",
                first.changes().stream()
                        .map(change -> new SeenView(
                                change.id(),
                                change.entry().title(),
                                change.entry().details().stream()
                                        .map(Detail::text)
                                        .toList(),
                                change.entry().readBy()))
                        .toList());
        model.addAttribute("unreadable", first.fault());
        model.addAttribute(
                "downgrades",
                first.downgrades().stream()
                        .filter(one -> caller.areas().has(ImpactCase.areaOf(one)))
                        .toList());
        model.addAttribute("downgradesLeft", first.downgrades().size());
        version.latest(Submitted.class)
                .ifPresent(one -> model.addAttribute("submittedWith", ((Submitted) one.event()).analysis()));
    }

    private void work(
            VersionView view, Caller caller, List<FieldFault> faults, HttpServletResponse response, Model model) {
        List<Analysis> analyses = desk.analyses(view.hash(), caller.areas());
        Optional<Workbench.Submission> submission = bench.submission(view.hash());
        boolean running = submission.filter(Workbench.Submission::isRunning).isPresent();
        List<FieldFault> all = new ArrayList<>(faults);
        if (view.isDraft()) {
            submission
                    .filter(one -> one.by().equals(caller.actor()))
                    .flatMap(Workbench.Submission::refusal)
                    .ifPresent(said -> all.add(new FieldFault("submit-reason", said)));
        }
        model.addAttribute("faults", all);
        model.addAttribute("analyses", analyses);
        model.addAttribute(
                "finished",
                analyses.stream()
                        .filter(one -> one.state() == Analysis.State.DONE)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("check", bench.check(view.hash()).orElse(null));
        model.addAttribute("submitting", running);
        model.addAttribute("submission", submission.orElse(null));
        if (running) {
            response.setHeader("Refresh", LOOK_AGAIN);
        }
    }

    private static boolean isOwn(Version version, Caller caller) {
        return version.author().equals(caller.actor())
                || version.latest(Submitted.class)
                        .filter(one -> one.by().equals(caller.actor()))
                        .isPresent();
    }

    /** The areas that this version can be put in force for by whoever has those. */
    private List<String> areas(String hash, Areas areas) {
        return areas.all() ? List.copyOf(desk.read(hash).rules().catalogue().areas()) : List.copyOf(areas.named());
    }
}
