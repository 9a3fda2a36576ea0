package org.waymark.pages.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.waymark.access.BreakGlass;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Fault;
import org.waymark.assessment.Json;
import org.waymark.casework.JudgementRefusal;
import org.waymark.casework.Judgements;
import org.waymark.casework.Records;
import org.waymark.casework.Visitor;
import org.waymark.pages.FieldFault;
import org.waymark.pages.NoSuchThing;
import org.waymark.pages.PageJson;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** One decision: what is recommended, why, what nobody asked yet; and where a person decides. */
@Controller
@RequestMapping("/decisions/{decisionId}")
class DecisionPage {

    private final Records records;
    private final Judgements judgements;
    private final CaseText caseText;

    DecisionPage(Records records, Judgements judgements, CaseText caseText) {
        this.records = records;
        this.judgements = judgements;
        this.caseText = caseText;
    }

    private interface Judging {
        Object send(String decisionId, byte[] document, String actor) throws JudgementRefusal;
    }

    @GetMapping
    String show(@PathVariable String decisionId, Principal user, HttpServletRequest request, Model model) {
        fill(decisionId, Caller.of(user), request, model);
        return "decision/decision";
    }

    /** For another area, with the reason that was given; their own they see without one. */
    @PostMapping("/behind-glass")
    String behindGlass(@PathVariable String decisionId, Principal user, HttpServletRequest request, Model model) {
        if (BreakGlass.reason(request) == null) {
            return "redirect:/decisions/" + UriUtils.encode(decisionId, StandardCharsets.UTF_8);
        }
        return show(decisionId, user, request, model);
    }

    @GetMapping(path = "/copy.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> copy(@PathVariable String decisionId, Principal user, HttpServletRequest request) {
        DecisionView decision = read(decisionId, Caller.of(user), request).decision();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(caseText.of(decision).getBytes(StandardCharsets.UTF_8));
    }

    /** What somebody sent, and what is answered with. */
    private record Sent(
            String decisionId,
            MultiValueMap<String, String> form,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {

        String said(String field) {
            String said = form.getFirst(field);
            return said == null ? "" : said;
        }

        List<String> chosen(String field) {
            return form.getOrDefault(field, List.of());
        }
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable String decisionId,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sent sent = new Sent(decisionId, form, user, request, response, model);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rationale", sent.said("rationale"));
        document.put("evidenceSeen", sent.chosen("evidenceSeen"));
        return judged(sent, "confirmation", document, judgements::confirm);
    }

    @PostMapping("/override")
    String override(
            @PathVariable String decisionId,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sent sent = new Sent(decisionId, form, user, request, response, model);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pathways", sent.chosen("pathways"));
        String urgency = sent.said("urgency");
        document.put("urgency", urgency.isEmpty() ? null : urgency);
        document.put("reasonCode", sent.said("reasonCode"));
        document.put("reason", sent.said("reason"));
        return judged(sent, "override", document, judgements::override);
    }

    @PostMapping("/countersignature")
    String countersign(
            @PathVariable String decisionId,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sent sent = new Sent(decisionId, form, user, request, response, model);
        Map<String, Object> document = new LinkedHashMap<>();
        String agree = sent.said("agree");
        document.put("agree", agree.isEmpty() ? null : agree.equals("yes"));
        document.put("reason", sent.said("countersignReason"));
        return judged(sent, "countersignature", document, judgements::countersign);
    }

    /** Records what somebody decided and shows the decision as it then stands; or what is wrong, and all they typed. */
    private String judged(Sent sent, String act, Map<String, Object> document, Judging judging) {
        try {
            byte[] body = Json.write(document).getBytes(StandardCharsets.UTF_8);
            judging.send(sent.decisionId(), body, sent.user().getName());
            return "redirect:/decisions/" + sent.decisionId() + "?done=" + act;
        } catch (JudgementRefusal refusal) {
            if (refusal.why() == JudgementRefusal.Why.UNKNOWN) {
                throw new NoSuchThing();
            }
            sent.response().setStatus(HttpServletResponse.SC_CONFLICT);
            sent.model().addAttribute("tried", act);
            sent.model().addAttribute("typed", sent.form());
            sent.model().addAttribute("faults", faults(refusal));
            fill(sent.decisionId(), Caller.of(sent.user()), sent.request(), sent.model());
            return "decision/decision";
        }
    }

    /** What is wrong, by the field that it is wrong with. */
    private static List<FieldFault> faults(JudgementRefusal refusal) {
        List<FieldFault> faults = new ArrayList<>();
        for (Fault fault : refusal.faults()) {
            String[] steps = fault.pointer().split("/", -1);
            faults.add(new FieldFault(steps.length > 1 ? steps[1] : "", fault.message()));
        }
        if (faults.isEmpty()) {
            faults.add(new FieldFault("", String.valueOf(refusal.getMessage())));
        }
        return faults;
    }

    private record Read(DecisionView decision, AssessmentView assessment) {}

    private Read read(String decisionId, Caller caller, HttpServletRequest request) {
        String glass = BreakGlass.reason(request);
        Visitor visitor = new Visitor(caller.actor(), caller.areas(), glass, glass != null);
        Records.DecidedOn found = records.decidedOn(decisionId, visitor).orElseThrow(NoSuchThing::new);
        return new Read(
                PageJson.read(found.decision(), DecisionView.class),
                PageJson.read(found.assessment(), AssessmentView.class));
    }

    private void fill(String decisionId, Caller caller, HttpServletRequest request, Model model) {
        Read read = read(decisionId, caller, request);
        String glass = BreakGlass.reason(request);
        boolean works = glass == null && caller.isAnyOf(List.of(Role.SCREENER, Role.MANAGER));
        DecisionView decision = read.decision();
        model.addAttribute("decision", decision);
        model.addAttribute("entered", read.assessment());
        model.addAttribute("glass", glass);
        model.addAttribute("mayScreen", works);
        model.addAttribute("mayDecide", works && decision.isOpen());
        model.addAttribute(
                "mayCountersign",
                decision.isAwaiting()
                        && glass == null
                        && caller.isAnyOf(List.of(Role.MANAGER))
                        && !decision.overriddenBy().equals(caller.actor()));
        model.addAttribute("pathwayCodes", Coded.codes(Pathway.values()));
        model.addAttribute("urgencyCodes", Coded.codes(Urgency.values()));
        model.addAttribute("reasonCodes", ReasonCode.CODES);
    }
}
