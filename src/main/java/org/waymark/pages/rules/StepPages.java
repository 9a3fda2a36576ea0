package org.waymark.pages.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.pages.FieldFault;
import org.waymark.pages.NoSuchThing;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.PolicyRefusal;
import org.waymark.policy.impact.ImpactAnalyses;

/** Takes a version from a draft into force and back, each step by the person whose step it is. */
@Controller
@RequestMapping("/rules/{hash}")
class StepPages {

    private static final String REASON = "reason";

    private final Policy policy;
    private final ImpactAnalyses analyses;
    private final RulesDesk desk;
    private final VersionPage page;
    private final Workbench bench;
    private final Words words;

    StepPages(Policy policy, ImpactAnalyses analyses, RulesDesk desk, VersionPage page, Workbench bench, Words words) {
        this.policy = policy;
        this.analyses = analyses;
        this.desk = desk;
        this.page = page;
        this.bench = bench;
        this.words = words;
    }

    /** What somebody sent, by whom, and where the answer goes. */
    private record Sent(
            String hash, String form, Typed typed, Caller caller, HttpServletResponse response, Model model) {

        static Sent of(
                String hash,
                String form,
                MultiValueMap<String, String> values,
                Principal user,
                HttpServletResponse response,
                Model model) {
            return new Sent(hash, form, new Typed(form, values), Caller.of(user), response, model);
        }
    }

    private interface Step {
        void take() throws PolicyRefusal;
    }

    @PostMapping("/submission")
    String submit(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "submit", form, user, response, model);
        desk.version(hash);
        String analysis = sent.typed().one("analysis");
        boolean known = analyses.analysis(analysis)
                .filter(one -> RulesDesk.sees(sent.caller().areas(), one))
                .isPresent();
        if (!known) {
            return refused(sent, List.of(words.fault("submit-reason", "policy.fault.analysis")));
        }
        if (!bench.startSubmission(
                hash, analysis, sent.typed().one(REASON), sent.caller().actor())) {
            return refused(sent, List.of(words.fault("submit-reason", "policy.fault.busy")));
        }
        return "redirect:/rules/" + hash;
    }

    @PostMapping("/approval")
    String approve(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "approve", form, user, response, model);
        List<FieldFault> faults = new ArrayList<>(coverFaults(sent));
        faults.addAll(reasonFaults(sent));
        String note = sent.typed().one(REASON);
        return taken(
                sent,
                faults,
                () -> policy.approve(
                        hash, note, sent.typed().all("seen"), sent.caller().actor()));
    }

    @PostMapping("/rejection")
    String reject(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "reject", form, user, response, model);
        desk.version(hash);
        return taken(
                sent,
                reasonFaults(sent),
                () -> policy.reject(
                        hash, sent.typed().one(REASON), sent.caller().actor()));
    }

    @PostMapping("/acceptances")
    String accept(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "accept", form, user, response, model);
        String reason = sent.typed().one(REASON);
        boolean all = sent.typed().one("all").equals("yes");
        List<String> cases = all
                ? policy.first(desk.version(hash)).downgrades()
                : sent.typed().all("cases");
        String answer = taken(
                sent,
                coverFaults(sent),
                () -> policy.accept(
                        hash,
                        cases,
                        reason.isEmpty() ? null : reason,
                        sent.caller().actor()));
        String analysis = sent.typed().one("analysis");
        return answer.startsWith("redirect:") && analysis.matches("[0-9a-f-]{36}")
                ? "redirect:/rules/" + hash + "/analyses/" + analysis + "#changed"
                : answer;
    }

    @PostMapping("/activation")
    String activate(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "activate", form, user, response, model);
        desk.version(hash);
        List<String> areas = sent.typed().all("areas");
        List<FieldFault> faults = new ArrayList<>(reasonFaults(sent));
        if (areas.isEmpty()) {
            faults.add(words.fault("areas", "policy.fault.areas"));
        } else if (!sent.caller().areas().haveAll(areas)) {
            faults.add(words.fault("areas", "policy.fault.areas-not-yours"));
        }
        Instant from = from(sent.typed(), faults);
        return taken(
                sent,
                faults,
                () -> policy.activate(
                        hash,
                        new LinkedHashSet<>(areas),
                        from,
                        sent.typed().one(REASON),
                        sent.typed().all("seen"),
                        sent.caller().actor()));
    }

    private @Nullable Instant from(Typed typed, List<FieldFault> faults) {
        if (typed.one("when").isEmpty()) {
            faults.add(words.fault("when-now", "policy.fault.when"));
            return null;
        }
        if (typed.one("when").equals("now")) {
            return null;
        }
        Optional<Instant> from = Moment.of(typed.one("day"), typed.one("month"), typed.one("year"), typed.one("time"));
        if (from.isEmpty()) {
            faults.add(words.fault("day", "policy.fault.date"));
        } else if (from.get().isBefore(policy.now())) {
            faults.add(words.fault("day", "policy.fault.past"));
        }
        return from.orElse(null);
    }

    @PostMapping("/activation/withdrawal")
    String withdraw(
            @PathVariable String hash,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletResponse response,
            Model model) {
        Sent sent = Sent.of(hash, "withdraw", form, user, response, model);
        desk.version(hash);
        List<String> areas = sent.typed().all("areas");
        List<FieldFault> faults = new ArrayList<>(reasonFaults(sent));
        if (areas.isEmpty()) {
            faults.add(words.fault("withdraw-areas", "policy.fault.areas"));
        } else if (!sent.caller().areas().haveAll(areas)) {
            faults.add(words.fault("withdraw-areas", "policy.fault.areas-not-yours"));
        }
        return taken(
                sent,
                faults,
                () -> policy.withdraw(
                        hash,
                        new LinkedHashSet<>(areas),
                        sent.typed().one(REASON),
                        sent.caller().actor()));
    }

    /** What it would do was found for more areas than the caller has, who could not look at all of that. */
    private List<FieldFault> coverFaults(Sent sent) {
        boolean foreign = desk.version(sent.hash())
                .latest(Submitted.class)
                .flatMap(one -> analyses.analysis(((Submitted) one.event()).analysis()))
                .filter(one -> !RulesDesk.sees(sent.caller().areas(), one))
                .isPresent();
        return foreign ? List.of(words.fault("", "policy.fault.not-covered")) : List.of();
    }

    private List<FieldFault> reasonFaults(Sent sent) {
        return Words.isTooShort(sent.typed().one(REASON))
                ? List.of(words.fault(sent.form() + "-reason", "policy.fault.reason", Words.SHORTEST_REASON))
                : List.of();
    }

    private String taken(Sent sent, List<FieldFault> faults, Step step) {
        if (!faults.isEmpty()) {
            return refused(sent, faults);
        }
        try {
            step.take();
            return "redirect:/rules/" + sent.hash() + "?done=" + sent.form();
        } catch (PolicyRefusal refusal) {
            if (refusal.why() == PolicyRefusal.Why.UNKNOWN) {
                throw new NoSuchThing();
            }
            return refused(sent, List.of(fault(sent, refusal)));
        }
    }

    private FieldFault fault(Sent sent, PolicyRefusal refusal) {
        String message = String.valueOf(refusal.getMessage());
        return refusal.why() == PolicyRefusal.Why.INVALID && message.contains("`seen`")
                ? words.fault(sent.form() + "-seen", "policy.fault.seen")
                : new FieldFault("", message);
    }

    private String refused(Sent sent, List<FieldFault> faults) {
        sent.response().setStatus(HttpServletResponse.SC_CONFLICT);
        return page.show(sent.hash(), sent.caller(), sent.typed(), faults, sent.response(), sent.model());
    }
}
